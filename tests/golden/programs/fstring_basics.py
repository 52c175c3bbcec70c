name, number, items = 'World', 42, [1, 'two']
print(f'Hello {name}! {number} {items} {{literal}} {number + 1}')
print(f'{name!r} {name!s} {name!a} {"quoted"} {items!r:>20}')
print(f'{name=} {number=:5} {number = } {name=!s} {number+1=} { name = !r:>10}')
print(f'{name:>10}|{name:<10}|{name:^10}|{name:*^11}|{name:.3}|{name:>{number // 5}.{2}}|')
print(f'{number:{"0"}{"8"}} {number:{">6"}} {3.14159:.{1 + 1}f} {3.14159:{10}.{3}}')
print(f'{name.upper()} {items[1]} {[x * 2 for x in (1, 2)]} {len(name)} {"yes" if number else "no"}')
print(f'{lambda_result()}' if False else f'{(lambda x: x + 1)(2)} {({"a": 1})["a"]} {{1, 2}}')
print(f'{name}' f'{number}' 'plain {name}' rf'\n{number}' fr'\t')
print(f'''multi
{name}
line {
    number
}''')
print(f'{f"nested {name}"} {f"{f"{number}"}"} {'same quotes'}')
print(f'{number!r:^10} {1_000_000:,} {True} {None} {...} {print} '.split('<')[0])
print(f'{"a" "b"} {"\n".join(["x", "y"])} {number:d}{number:x}')
print(f'a{""}b', f'', f'{1}{2}{3}', f'{ 1 , 2 }', f'{*items,}')
print(f'{number:%} {number:e} {0.5:%} {number:c} {ord("a"):c}')
async_value = 3
print(f'{async_value:>{3}}', f'{"{"}', f"{'}'}", f'{name!r}', f'{chr(65)}',
      '\N{BULLET} \x41 \u00e9 \U0001F600 \101')
class V:
    def __format__(self, spec):
        return f'<{spec}>'
print(f'{V()} {V():} {V():any thing%Y} {V():{number}-{name}} {V()!s:.3}')
try:
    f'{undefined_name}'
except NameError as error:
    print(error)
