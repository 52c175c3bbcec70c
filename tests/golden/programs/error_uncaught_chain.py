def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError('cannot parse') from error


print(parse('12'))
print(parse('twelve'))
