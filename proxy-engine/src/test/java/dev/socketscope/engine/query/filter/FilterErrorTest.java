package dev.socketscope.engine.query.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.socketscope.engine.api.FilterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be understood is answered with the place and with what was expected. */
class FilterErrorTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"pth:/x | 0 | unknown term 'pth:'. Did you mean path:?",
            "a dri:up | 2 | unknown term 'dri:'. Did you mean dir:?",
            "sise:1k | 0 | unknown term 'sise:'. Did you mean size:?",
            "http://localhost | 0 | text with a colon goes into quotes", "a (b or c | 2 | never closed",
            "a) b | 1 | closes nothing", "() | 1 | something to look for", "a or | 4 | something to look for",
            "not | 3 | something to look for", "or a | 0 | before 'or'", "a and and b | 6 | before 'and'",
            "a \"b c | 2 | no partner", "\"\" | 0 | some text between", "/abc | 0 | no closing '/'",
            "/_hmr | 0 | put text with a slash in quotes", "/api/users | 5 | flags i, s and m",
            "x /a(b/ | 6 | in the regex", "path: | 5 | a value after path:", "path: /x | 5 | a value after path:",
            "dir:left | 4 | unknown direction 'left'", "dir:don | 4 | Did you mean down?",
            "op:txt | 3 | unknown opcode 'txt'. Did you mean text?", "state:opne | 6 | Did you mean open?",
            "state:away | 6 | Known are connecting open", "hex:0 | 4 | pairs of hexadecimal digits",
            "hex:zz | 4 | pairs of hexadecimal digits", "size>1x | 5 | is no size; write for example",
            "size> | 5 | a value after size>", "size>big | 5 | is no size", "inproxy>5 | 8 | is no duration",
            "seq>1k | 4 | is no frame number", "size>1.2.3 | 5 | no usable number",
            "size>99999999999g | 5 | no usable number", "siez>1k | 0 | Did you mean size?",
            "path=/x | 4 | expected a colon", "json. | 5 | a field's name", "json.a. | 7 | a field's name",
            "json.a[x] | 7 | a number, * or a name", "json.a[0 | 8 | expected ']'", "json.a== | 8 | a value after ==",
            "json.a ~ b | 9 | a regex such as", "json.a>b | 7 | goes into quotes", "json.a~/(/ | 9 | in the regex"})
    void aMistakeIsShownWhereItIs(String expression, int position, String message) {
        FilterException mistake = catchThrowableOfType(FilterException.class, () -> Filter.parse(expression));
        assertThat(mistake).as(expression).isNotNull();
        assertThat(mistake.getMessage()).contains(message);
        assertThat(mistake.position()).isEqualTo(position);
    }

    @Test
    void nestingIsBounded() {
        FilterException mistake = catchThrowableOfType(FilterException.class, () -> Filter.parse("(".repeat(100_000)));
        assertThat(mistake.getMessage()).contains("nested too deeply");
    }
}
