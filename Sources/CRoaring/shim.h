#include <roaring/roaring.h>

// The C library has it, but Swift's Glibc module does not show it.
#include <stddef.h>
void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);
