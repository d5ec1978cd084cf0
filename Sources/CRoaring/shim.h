#include <roaring/roaring.h>

// The C library has them, but Swift's Glibc module does not show them.
#include <stddef.h>
void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);
int malloc_trim(size_t pad);
