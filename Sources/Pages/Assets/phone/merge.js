// Two people changed one row: what became of each field. Without I/O.

/** Shown with stars: two values may look the same and be different. */
export const STARRED = ["name", "id_number", "phone"];

const same = (one, other) => (one ?? null) === (other ?? null) || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Whether a value could be what the stars hide. */
function fits(starred, value) {
  const [first, last = ""] = String(starred ?? "").split(/\*+/);
  return String(starred ?? "").includes("*") && String(value ?? "").startsWith(first) && String(value ?? "").endsWith(last);
}

/**
 * Compares field by field. `base` is the row when it was changed here, `theirs` the row now, `mine` the fields changed here.
 *
 * - `settled`: they hold my value already; nothing is left to send. `wasTried`: mine may have arrived without our knowing.
 * - `left`: only I have changed them.
 * - `conflicts`: both have, or nobody can tell: a starred value looks the same while the row has changed.
 * - `parallel`: fields that only they have changed.
 */
export function compare(base, theirs, mine, wasTried = false) {
  const result = { settled: [], left: {}, conflicts: [], parallel: [] };
  for (const [field, value] of Object.entries(mine)) {
    const isUnsure = STARRED.includes(field) && (base[field] ?? null) !== null;
    const isOurs = wasTried && STARRED.includes(field) && !same(theirs[field], base[field]) && fits(theirs[field], value);
    if (isOurs || same(theirs[field], value)) result.settled.push(field);
    else if (same(theirs[field], base[field]) && !isUnsure) result.left[field] = value;
    else result.conflicts.push({
      field, base: base[field] ?? null, theirs: theirs[field] ?? null, mine: value,
      isUnsure: isUnsure && same(theirs[field], base[field]),
    });
  }
  for (const field of Object.keys(base)) {
    if (!(field in mine) && !same(theirs[field], base[field])) result.parallel.push(field);
  }
  return result;
}
