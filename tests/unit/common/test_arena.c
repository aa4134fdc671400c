#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/arena.h"
#include "common/err.h"

static void memory_comes_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 400; size++) {
            unsigned char *memory = arena_take(&arena, size);
            assert_non_null(memory);
            assert_int_equal((uintptr_t)memory % 16, 0);
            for (size_t i = 0; i < size; i++) assert_int_equal(memory[i], 0);
            memset(memory, 0xA5, size);
        }
        arena_reset(&arena);
    }
    arena_fini(&arena);
}

static void the_limit_holds(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 100000);
    assert_non_null(arena_take(&arena, 100000));
    assert_null(arena_take(&arena, 100001));
    arena_reset(&arena);
    size_t taken = 0;
    while (taken < 1000 && arena_take(&arena, 1000)) taken++;
    assert_in_range(taken, 99, 200); /* the limit, and less than one block on top */
    arena_fini(&arena);
}

static void copies_end_in_zero(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1000);
    assert_string_equal(arena_copy(&arena, slice_bytes("abcdef", 3)), "abc");
    assert_string_equal(arena_copy(&arena, slice_bytes(NULL, 0)), "");
    arena_fini(&arena);
}

static void errors_have_names(void **state)
{
    (void)state;
    assert_string_equal(err_name(ERR_NOSPACE), "NOSPACE");
    assert_string_equal(err_text(ERR_OK), "done");
    assert_int_equal(err_from_errno(0), ERR_OK);
    assert_int_equal(err_from_errno(ENOSPC), ERR_NOSPACE);
    assert_int_equal(err_from_errno(12345), ERR_IO);
    assert_int_equal(ERR_OK, 0); /* `if (err)` is written everywhere */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_comes_zeroed_and_aligned),
        cmocka_unit_test(the_limit_holds),
        cmocka_unit_test(copies_end_in_zero),
        cmocka_unit_test(errors_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
