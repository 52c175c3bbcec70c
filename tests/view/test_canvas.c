// The canvas and prose: what a text looks like in cells.
#include "view/flawless.h"
#include "view/prose.h"

// Draws [text] at column [x] of a canvas and gives its first row.
static void assert_put(bool ascii, int width, int x, const char *text, const char *row) {
    struct canvas *canvas = canvas_new(width, 1, ascii);
    struct buf out = {0};
    area_puts(canvas_area(canvas), x, 0, STYLE_PLAIN, text);
    canvas_text(canvas, &out);
    assert_flawless(canvas);
    out.data[out.length - 1] = '\0';
    assert_string_equal(buf_text(&out), row);
    buf_free(&out);
    canvas_free(canvas);
}

static void text_is_clipped_at_both_ends(void **state) {
    (void)state;
    assert_put(false, 5, 0, "hello world", "hello");
    assert_put(false, 5, 3, "hello", "   he");
    assert_put(false, 5, -2, "hello", "llo");
    assert_put(false, 5, 9, "hello", "");
}

static void a_wide_character_is_never_cut_in_half(void **state) {
    (void)state;
    assert_put(false, 4, 0, "你好", "你好");
    assert_put(false, 3, 0, "你好", "你");
    assert_put(false, 4, 1, "你好", " 你");
}

static void drawing_over_half_of_a_wide_character_clears_the_other(void **state) {
    struct canvas *canvas = canvas_new(4, 1, false);
    struct buf out = {0};
    (void)state;
    area_puts(canvas_area(canvas), 0, 0, STYLE_PLAIN, "你好");
    area_puts(canvas_area(canvas), 1, 0, STYLE_PLAIN, "x");
    area_puts(canvas_area(canvas), 2, 0, STYLE_PLAIN, "y");
    assert_flawless(canvas);
    canvas_text(canvas, &out);
    assert_string_equal(buf_text(&out), " xy\n");
    buf_free(&out);
    canvas_free(canvas);
}

static void marks_stay_with_their_character(void **state) {
    (void)state;
    assert_put(false, 4, 0, "e\u0301x", "e\u0301x");
    assert_put(false, 4, 0, "好\u0301x", "好\u0301x");
}

static void a_tab_goes_to_the_next_stop(void **state) {
    (void)state;
    assert_put(false, 20, 0, "a\tb\t\tc", "a   b       c");
}

static void what_is_not_printable_is_spelled_out(void **state) {
    (void)state;
    assert_put(false, 40, 0, "\x1b[31m\x07\x7f\xff", "\\x1b[31m\\x07\\x7f\\xff");
    assert_put(false, 40, 0, "a\u202eb\u200b", "a\\u202eb\\u200b");
    assert_put(true, 40, 0, "→你", "\\u2192\\u4f60");
}

static void a_very_long_text_costs_no_more_than_what_fits(void **state) {
    struct canvas *canvas = canvas_new(10, 1, false);
    struct buf text = {0};
    (void)state;
    for (int i = 0; i < 100000; i++) {
        buf_puts(&text, "好x");
    }
    assert_true(area_put(canvas_area(canvas), 0, 0, STYLE_PLAIN, buf_text(&text), text.length) >
                10);
    assert_flawless(canvas);
    assert_int_equal(
        area_put_cut(canvas_area(canvas), 0, 0, 8, STYLE_PLAIN, buf_text(&text), text.length), 8);
    assert_string_equal(canvas->cells[7].text, "…");
    buf_free(&text);
    canvas_free(canvas);
}

static void assert_prose(bool own, int width, int height, const char *text, const char *rows) {
    struct canvas *canvas = canvas_new(width, height, false);
    struct buf out = {0};
    prose_draw(canvas_area(canvas), &(struct prose){.own = own}, text, strlen(text));
    canvas_text(canvas, &out);
    assert_flawless(canvas);
    assert_string_equal(buf_text(&out), rows);
    buf_free(&out);
    canvas_free(canvas);
}

static void prose_breaks_between_words(void **state) {
    (void)state;
    assert_prose(false, 10, 3, "one two three four", "one two\nthree four\n\n");
    assert_prose(false, 5, 3, "incomprehensible", "incom\nprehe\nnsib…\n");
    assert_prose(false, 10, 3, "one\n\ntwo", "one\n\ntwo\n");
}

static void prose_breaks_between_chinese_characters_but_not_before_a_comma(void **state) {
    (void)state;
    assert_prose(false, 6, 3, "一二三四五六", "一二三\n四五六\n\n");
    assert_prose(false, 6, 3, "一二三，四五", "一二\n三，四\n五\n");
    assert_prose(false, 6, 3, "一二（三四", "一二\n（三四\n\n");
}

static void prose_that_does_not_fit_ends_with_an_ellipsis(void **state) {
    (void)state;
    assert_prose(false, 7, 1, "one two three", "one tw…\n");
    assert_prose(false, 9, 2, "one two three", "one two\nthree\n");
}

static void code_in_own_prose_is_bold_without_its_marks(void **state) {
    struct canvas *canvas = canvas_new(20, 2, false);
    const char *text = "the `await` here";
    (void)state;
    prose_draw(canvas_area(canvas), &(struct prose){.own = true}, text, strlen(text));
    assert_int_equal(canvas->cells[3].style, STYLE_PLAIN);
    assert_string_equal(canvas->cells[4].text, "a");
    assert_int_equal(canvas->cells[4].style, STYLE_BOLD);
    assert_int_equal(canvas->cells[8].style, STYLE_BOLD);
    assert_int_equal(canvas->cells[10].style, STYLE_PLAIN);
    canvas_free(canvas);
    assert_prose(false, 20, 1, text, "the `await` here\n");
}

static void own_text_has_words_for_arrows_in_ascii(void **state) {
    struct canvas *canvas = canvas_new(40, 1, true);
    struct buf out = {0};
    (void)state;
    area_say(canvas_area(canvas), 0, 0, STYLE_PLAIN, "→ ← “so”…");
    canvas_text(canvas, &out);
    assert_string_equal(buf_text(&out), "Right Left \"so\"...\n");
    buf_free(&out);
    canvas_free(canvas);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_clipped_at_both_ends),
        cmocka_unit_test(a_wide_character_is_never_cut_in_half),
        cmocka_unit_test(drawing_over_half_of_a_wide_character_clears_the_other),
        cmocka_unit_test(marks_stay_with_their_character),
        cmocka_unit_test(a_tab_goes_to_the_next_stop),
        cmocka_unit_test(what_is_not_printable_is_spelled_out),
        cmocka_unit_test(a_very_long_text_costs_no_more_than_what_fits),
        cmocka_unit_test(prose_breaks_between_words),
        cmocka_unit_test(prose_breaks_between_chinese_characters_but_not_before_a_comma),
        cmocka_unit_test(prose_that_does_not_fit_ends_with_an_ellipsis),
        cmocka_unit_test(code_in_own_prose_is_bold_without_its_marks),
        cmocka_unit_test(own_text_has_words_for_arrows_in_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
