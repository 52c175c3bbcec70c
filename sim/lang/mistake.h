// The well-known mistakes: where to look for them and how to tell of them.
//
// All these functions set parser->stopped and fill in the diagnosis if they find a mistake; what
// they leave in [at] means nothing. Those without a comment of their own start at the token that
// stands at [at] and are called the second time only, where Python's grammar has a rule
// of that name with `invalid_` in front.
#ifndef LANG_MISTAKE_H
#define LANG_MISTAKE_H

#include <stdbool.h>

#include "base/diag.h"
#include "lang/ast.h"
#include "lang/parsing.h"

// Where a mistake is: lines from 1, byte columns from 0; -1 if there is no column.
struct mistake_place {
    int line, column;
    int end_line, end_column;
};

// mistake.c. Each stops the parser with a message, at: a place; a token; from one token to
// another; a node; from one node to another; the furthest token looked at; the next token; from
// a token to the furthest one. They return true.
bool mistake_set(struct parser *parser, enum diag_kind kind, struct mistake_place place,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));
bool mistake_token(struct parser *parser, const struct token *token, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool mistake_tokens(struct parser *parser, const struct token *from, const struct token *to,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));
bool mistake_node(struct parser *parser, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool mistake_nodes(struct parser *parser, const struct node *from, const struct node *to,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));
bool mistake_last(struct parser *parser, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool mistake_next(struct parser *parser, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool mistake_from(struct parser *parser, const struct token *from, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// A block is missing where it should begin: an IndentationError at the furthest token.
bool mistake_block(struct parser *parser, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// Ends the second go: without a mistake found, "invalid syntax" at token number [failed_at], the
// furthest that the first go looked at. In any case what the lexer found may outrank it.
void mistake_finish(struct parser *parser, size_t failed_at);

// After a mistake found by the first go: the same about the lexer.
void mistake_outrank(struct parser *parser);

// mistake_expression.c. The first is told where the expression begins and what was read of it, up
// to [at], or NULL; then [at] stays. mistake_not_operand begins after an operator that has no
// operand; [rule] reads one. The next three begin at the opening bracket. The last two are for both
// times: a dict's key has no colon after it; a dict's value, which begins at [at], is none.
void mistake_expression(struct parser *parser, size_t start, struct node *node);
void mistake_named_expression(struct parser *parser);
void mistake_not_operand(struct parser *parser, parser_rule *rule);
void mistake_group(struct parser *parser);
void mistake_comprehension(struct parser *parser);
void mistake_dict_comprehension(struct parser *parser);
bool mistake_dict_key(struct parser *parser, const struct node *key);
void mistake_dict_value(struct parser *parser);

// mistake_call.c: invalid_starred_expression (which sets [at] back), invalid_kwarg and
// invalid_arguments.
bool mistake_starred(struct parser *parser);
void mistake_keyword(struct parser *parser);
void mistake_arguments(struct parser *parser);

// mistake_parameter.c. Those that return bool set [at] back and say whether a mistake was found;
// the last one is for both times.
void mistake_parameters(struct parser *parser, bool lambda);
void mistake_default(struct parser *parser);
bool mistake_star_parameter(struct parser *parser, bool lambda);
bool mistake_double_star_parameter(struct parser *parser, bool lambda);
bool mistake_type_parameter(struct parser *parser);

// mistake_statement.c. mistake_with_item begins at the 'as', mistake_as_pattern after it,
// mistake_class_pattern after the '(', mistake_match after the subject ([start] is `match`).
// mistake_missing_in is for both times and begins at the 'for' or 'async' of a comprehension.
void mistake_assignment(struct parser *parser);
void mistake_delete(struct parser *parser);
void mistake_for_target(struct parser *parser);
void mistake_missing_in(struct parser *parser);
void mistake_with_item(struct parser *parser);
void mistake_with(struct parser *parser);
void mistake_except(struct parser *parser);
void mistake_mixed_except(struct parser *parser);
bool mistake_match(struct parser *parser, size_t start);
void mistake_as_pattern(struct parser *parser);
void mistake_class_pattern(struct parser *parser);
bool mistake_import(struct parser *parser);
void mistake_import_targets(struct parser *parser);

// mistake_fstring.c: begins at the '{' of a replacement field.
void mistake_field(struct parser *parser);

#endif
