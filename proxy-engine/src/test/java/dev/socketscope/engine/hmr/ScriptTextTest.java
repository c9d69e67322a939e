package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTextTest {
    /** A blank stands for each character that is no code; written as a dot here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
            "a = 'text' + b                | a = '....' + b",
            "a = \"it's\" + b              | a = \"....\" + b",
            "a = 'it\\'s' + b              | a = '.....' + b",
            "a // hot                      | a .. ...",
            "a /* hot */ b                 | a .. ... .. b",
            "a = b / c / d                 | a = b / c / d",
            "a = (b) / c / d               | a = (b) / c / d",
            "a = /['\"`]/g + b             | a = /...../g + b",
            "a = /[/]'/ + b                | a = /..../ + b",
            "return /'/.test(b)            | return /./.test(b)",
            "x.replace(/\\//, '')          | x.replace(/../, '')",
            "a = `hot` + b                 | a = `...` + b",
            "a = `x${b + 'c'}y` + d        | a = `.${b + '.'}.` + d",
            "a = `x${ {b: `y${1}z`} }w`+d  | a = `.${ {b: `.${1}.`} }.`+d",
            "a = 'open                     | a = '....",
            "a = `open                     | a = `....",
            "a /* open                     | a .. ....",
            "const of = 4; of / 2 + '/'    | const of = 4; of / 2 + '.'"})
    void codeStaysAndWhatIsTalkedOfGoes(String text, String expected) {
        String code = ScriptText.codeOf(text);
        assertThat(code).hasSameSizeAs(text);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            shown.append(code.charAt(i) == text.charAt(i) ? code.charAt(i) : '.');
        }
        assertThat(shown).hasToString(expected);
    }

    @Test
    void aStringDoesNotReachIntoTheNextLine() {
        assertThat(ScriptText.codeOf("a = 'open\nb = import_")).isEqualTo("a = '    \nb = import_");
    }

    @Test
    void anyTextIsReadToItsEnd() {
        String alphabet = "ab/*'\"`${}[]()\\\n =;";
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(ScriptText.codeOf(text.toString())).as("seed %d", seed).hasSameSizeAs(text);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
    }
}
