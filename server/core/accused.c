/* Whom a complaint or report is about: that unit must not handle it. */
#include "server/core/accused.h"

bool unit_within(struct txn *txn, uint64_t unit, uint64_t top)
{
    struct row_unit row;
    if (top == 0) return false;
    /* The tree has no circle (checked when a parent is set), so this ends at its root. */
    for (; unit != 0 && unit != top; unit = row.parent) {
        if (!unit_get(txn, unit, &row)) return false;
    }
    return unit == top;
}

bool unit_accused(struct txn *txn, const struct row_ticket *row, uint64_t unit)
{
    struct row_person culprit;
    if (unit == 0) return false;
    if (unit_within(txn, unit, row->accused)) return true;
    return row->culprit && person_get(txn, row->culprit, &culprit) && culprit.unit == unit;
}
