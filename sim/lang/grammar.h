// The rules of Python's grammar, file by file. Included by the files of the parser only.
//
// Unless something else is said, a function reads what its name and comment say from parser->at on
// and returns its node, or NULL; see parsing.h for how they fail. Names in comments that are not
// C are those of the grammar in Python's reference manual.
#ifndef LANG_GRAMMAR_H
#define LANG_GRAMMAR_H

#include "lang/parsing.h"

// expression.c. In Python's grammar: star_expressions, star_expression, star_named_expression,
// named_expression, expression, disjunction, bitwise_or, yield_expr, annotated_rhs, expressions.
struct node *expression_stars(struct parser *parser);
struct node *expression_star(struct parser *parser);
struct node *expression_star_named(struct parser *parser);
struct node *expression_named(struct parser *parser);
struct node *expression_parse(struct parser *parser);
struct node *expression_or(struct parser *parser);
struct node *expression_binary(struct parser *parser);
struct node *expression_yield(struct parser *parser);
struct node *expression_value(struct parser *parser);
struct node *expression_list(struct parser *parser);

// The same as expression_parse, but the result is neither remembered nor known from before.
struct node *expression_forget(struct parser *parser);

// NAME ':=' expression, or NULL.
struct node *expression_walrus(struct parser *parser);

// Reads `item (',' item)* [',']`: one item as it is, more or a comma as a Tuple.
struct node *expression_commas(struct parser *parser, parser_rule *item);

// operator.c: comparison, and inversion of expression.c.
struct node *expression_comparison(struct parser *parser);
struct node *expression_not(struct parser *parser);

// primary.c: await_primary and primary.
struct node *primary_await(struct parser *parser);
struct node *primary_parse(struct parser *parser);

// call.c: the call of [function], whose first token is number [start], from its '(' on; what
// stands in a call's or class's parentheses; `args` and `starred_expression` of the grammar.
struct node *call_parse(struct parser *parser, size_t start, struct node *function);
bool call_arguments(struct parser *parser, struct node_list *args, struct node_list *keywords);
size_t call_args(struct parser *parser);
struct node *call_starred(struct parser *parser);

// atom.c: atom.
struct node *atom_parse(struct parser *parser);

// comprehension.c: the clauses; the rest of a comprehension of this kind that began with token
// [open], from its clauses to the token [close]. NULL or false if there is none.
bool comprehension_clauses(struct parser *parser, struct node_list *generators);
struct node *comprehension_finish(struct parser *parser, enum ast_kind kind, size_t open,
                                  struct node *elt, enum token_kind close);

// literal.c: a NUMBER; the text between a string's quotes, which [token] holds.
struct node *literal_number(struct parser *parser);
bool literal_text(struct parser *parser, const struct token *token, const char *text, size_t length,
                  bool bytes, bool raw, struct ast_constant *constant);

// string.c: STRINGs and f-strings side by side, as one node. string_merge joins neighbouring
// texts among the pending nodes from [begin] on, and drops empty ones.
struct node *string_parse(struct parser *parser);
void string_merge(struct parser *parser, size_t begin);

// fstring.c: one f-string's parts into the pending list, from FSTRING_START to FSTRING_END; the
// parts of a format spec.
bool fstring_parse(struct parser *parser);
void fstring_spec_parts(struct parser *parser);

// parameters.c: the parameters of a def, up to its ')', or of a lambda, up to its ':'. One without
// default and separator; `'=' default`.
struct node *parameters_parse(struct parser *parser, bool lambda);
struct node *parameter_parse(struct parser *parser, bool lambda);
bool parameter_default(struct parser *parser, struct node **value);

// target_read.c: star_targets, star_target and del_target.
struct node *target_list(struct parser *parser);
struct node *target_star(struct parser *parser);
struct node *target_delete(struct parser *parser);

// warning.c: looks at a finished node of its kind.
void warning_compare(struct parser *parser, const struct node *node);
void warning_call(struct parser *parser, const struct node *node);
void warning_subscript(struct parser *parser, const struct node *node);
void warning_assert(struct parser *parser, const struct node *node);

// statement.c: statements until something else stands there, into the pending list. The next two
// are for statements with blocks that began at token [start] and are called [what], such as "'if'
// statement": the ':' and the block; the block. The last takes a token that nothing else can stand
// for.
bool statement_list(struct parser *parser);
bool statement_colon_block(struct parser *parser, size_t start, const char *what,
                           struct node_list *body);
bool statement_after_colon(struct parser *parser, size_t start, const char *what,
                           struct node_list *body);
bool statement_force(struct parser *parser, enum token_kind kind, const char *text);

// simple.c and import.c: a statement without block. import_alias: NAME ['as' NAME].
struct node *simple_statement(struct parser *parser);
struct node *import_parse(struct parser *parser);
struct node *import_alias(struct parser *parser);
const struct name *import_dotted_name(struct parser *parser);

// compound.c, try.c, definition.c and match.c: statements with blocks; ['else' ':' block];
// ['[' type parameters ']'].
struct node *compound_statement(struct parser *parser);
bool compound_else(struct parser *parser, struct node_list *body);
struct node *try_parse(struct parser *parser);
struct node *definition_parse(struct parser *parser);
bool definition_type_parameters(struct parser *parser, struct node_list *parameters);
struct node *match_parse(struct parser *parser);

// pattern.c: patterns, positional_patterns and keyword_patterns. The last two are false for empty
// lists.
struct node *pattern_list(struct parser *parser);
bool pattern_positional_items(struct parser *parser, struct node_list *list);
bool pattern_keyword_items(struct parser *parser, struct name_list *names, struct node_list *list);

// pattern_literal.c: a number, strings, None, True or False as a pattern; [value], which began at
// token [start], as one; the key of a mapping pattern, and name_or_attr, as expressions.
struct node *pattern_number(struct parser *parser);
struct node *pattern_string(struct parser *parser);
struct node *pattern_singleton(struct parser *parser);
struct node *pattern_value(struct parser *parser, size_t start, struct node *value);
struct node *pattern_key(struct parser *parser);
struct node *pattern_name_or_attr(struct parser *parser);

#endif
