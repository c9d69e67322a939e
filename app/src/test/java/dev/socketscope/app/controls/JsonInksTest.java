package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonInksTest {
    @Test
    void tellsKeysFromStringsAndNumbersFromWords() {
        assertThat(parts("{\"a\" : \"b\",\"n\":-1.5e3,\"t\":true,\"z\":null}")).contains("KEY \"a\"", "STRING \"b\"",
                "NUMBER -1.5e3", "LITERAL true", "LITERAL null", "PUNCTUATION {");
    }

    @Test
    void keepsEscapedQuotesInsideTheirString() {
        assertThat(parts("[\"a\\\"b\",1]")).contains("STRING \"a\\\"b\"", "NUMBER 1");
    }

    @Test
    void coloursWhatIsCutOffInTheMiddle() {
        assertThat(parts("{\"type\":\"upd")).contains("KEY \"type\"", "STRING \"upd");
    }

    @Test
    void losesNoCharacterOfAnyText() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(40), 0, 13)
                    .mapToObj("{}[]\",:\\ a1-é"::charAt)
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .toString();
            InkLine line = JsonInks.of(text);
            assertThat(line.text()).isEqualTo(text);
            assertThat(line.runs().isEmpty() ? 0 : line.runs().getLast().end()).isEqualTo(text.length());
        }
    }

    private static List<String> parts(String text) {
        InkLine line = JsonInks.of(text);
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (InkLine.Run run : line.runs()) {
            parts.add(run.ink() + " " + text.substring(start, run.end()));
            start = run.end();
        }
        return parts;
    }
}
