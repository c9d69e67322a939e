package dev.socketscope.app.composer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Opcode;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private final Body body = new Body();

    @ParameterizedTest
    @ValueSource(strings = {"", "grüße 🛰️", "{\"n\":1.0e3 , \"n\":2}", "two\n\tlines"})
    void textStandsThereAsItIsAndComesOutAsItWas(String text) {
        body.show(Opcode.TEXT, text.getBytes(UTF_8));

        assertThat(body.text().get()).isEqualTo(text);
        assertThat(body.bytes()).hasValueSatisfying(bytes -> assertThat(bytes).asString(UTF_8).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"61 0d 0a 62", "61 00", "7f", "c3 28"})
    void textThatAnEditorWouldChangeStandsThereAsBytes(String hex) {
        byte[] content = HexFormat.ofDelimiter(" ").parseHex(hex);

        body.show(Opcode.TEXT, content);

        assertThat(body.hex().get()).isTrue();
        assertThat(body.opcode().get()).isEqualTo(Opcode.TEXT);
        assertThat(body.text().get()).isEqualTo(hex);
        body.asBytes(false);
        assertThat(body.hex().get()).isTrue();
        assertThat(body.problem().get()).startsWith("These bytes cannot be shown as text");
    }

    @Test
    void bytesThatAreNoTextGoAsBinaryOnly() {
        body.show(Opcode.TEXT, new byte[]{(byte) 0xC3, 0x28});
        assertThat(body.bytes()).isEmpty();
        assertThat(body.problem().get()).contains("UTF-8");

        body.become(Opcode.BINARY);
        assertThat(body.bytes()).isPresent();
    }

    @Test
    void binaryIsEditedInPairsSixteenInALine() {
        byte[] content = new byte[18];
        content[17] = (byte) 0xAB;

        body.show(Opcode.BINARY, content);

        assertThat(body.text().get()).isEqualTo("00 ".repeat(15) + "00\n00 ab");
        body.text().set(" 0A\n0b0C ");
        assertThat(body.bytes()).hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(10, 11, 12));
    }

    @Test
    void blanksThatWerePastedWithTheDigitsAreBlanksToo() {
        body.show(Opcode.BINARY, new byte[0]);

        body.text().set("0a\u20030b\u30000c");

        assertThat(body.bytes()).hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(10, 11, 12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"0a 0g | \"g\" at character 5 is no hex digit.",
            "0a b | A hex digit is missing"})
    void whatIsNoHexIsToldUntilItIsMended(String typed, String problem) {
        body.show(Opcode.BINARY, new byte[0]);
        body.text().set(typed);

        assertThat(body.bytes()).isEmpty();
        assertThat(body.problem().get()).startsWith(problem);

        body.text().set("0a");
        assertThat(body.problem().get()).isEmpty();
    }

    @Test
    void theSameContentBecomesAnotherKindAndBack() {
        body.show(Opcode.TEXT, "hi".getBytes(UTF_8));

        body.become(Opcode.BINARY);
        assertThat(body.text().get()).isEqualTo("68 69");
        body.become(Opcode.TEXT);
        assertThat(body.text().get()).isEqualTo("hi");
        body.asBytes(true);
        assertThat(body.text().get()).isEqualTo("68 69");
        body.asBytes(false);
        assertThat(body.text().get()).isEqualTo("hi");
    }

    @Test
    void halfACharacterIsNotSentAsSomethingElse() {
        body.text().set("x\ud83d");

        assertThat(body.bytes()).isEmpty();
        assertThat(body.problem().get()).contains("surrogate");
    }

    @Test
    void jsonIsLaidOutWhenAskedAndOnlyItsBlanksChange() {
        String json = "{\"a\":1.0e3,\"a\":[ ],\"b\":[{},\"x: {,\\\"\",null],\"big\":12345678901234567890}";
        body.text().set(json);

        body.indent();
        assertThat(body.text().get()).isEqualTo("""
                {
                  "a": 1.0e3,
                  "a": [],
                  "b": [
                    {},
                    "x: {,\\"",
                    null
                  ],
                  "big": 12345678901234567890
                }""");

        body.compact();
        assertThat(body.text().get()).isEqualTo(json.replace("[ ]", "[]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "hello", "", "{} {}"})
    void whatIsNoJsonStaysAsItIs(String text) {
        body.text().set(text);

        body.indent();

        assertThat(body.text().get()).isEqualTo(text);
        assertThat(body.problem().get()).startsWith("This is no JSON: ");
    }
}
