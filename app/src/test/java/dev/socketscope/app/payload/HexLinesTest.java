package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HexLinesTest {
    @Test
    void showsSixteenBytesALine() {
        byte[] bytes = new byte[20];
        Arrays.fill(bytes, (byte) 'A');
        bytes[1] = (byte) 0xFF;
        HexLines lines = new HexLines(bytes);
        assertThat(lines.count()).isEqualTo(2);
        assertThat(lines.line(0).text())
                .isEqualTo("41 ff 41 41 41 41 41 41  41 41 41 41 41 41 41 41   A·AAAAAAAAAAAAAA");
        assertThat(lines.line(1).text()).isEqualTo("41 41 41 41                                        AAAA");
        assertThat(lines.gutter(1).text()).isEqualTo("000010");
    }

    @Test
    void nothingHasNoLines() {
        assertThat(new HexLines(new byte[0]).count()).isZero();
    }

    @Test
    void theSameBytesAreMarkedInBothColumns() {
        byte[] bytes = new byte[64];
        new Random(3).nextBytes(bytes);
        HexLines lines = new HexLines(bytes);
        for (int from = 0; from < 64; from++) {
            for (int to = from + 1; to <= 64; to++) {
                assertMarked(lines, bytes, from, to);
            }
        }
    }

    @Test
    void aColumnStandsForTheNearestGapBetweenBytes() {
        HexLines lines = new HexLines(new byte[64]);
        for (int index = 0; index < 16; index++) {
            int column = index * 3 + (index >= 8 ? 1 : 0);
            assertThat(lines.place(2, column)).isEqualTo(32 + index);
            assertThat(lines.place(2, 51 + index)).isEqualTo(32 + index);
        }
        assertThat(lines.place(3, 200)).isEqualTo(64);
        assertThat(lines.rowOfPlace(64)).isEqualTo(3);
    }

    @Test
    void copiesHex() {
        byte[] bytes = HexFormat.of().parseHex("1f8b0800");
        assertThat(new HexLines(bytes).copy(1, 4)).contains("8b 08 00");
        assertThat(CopyForms.C_ARRAY.of(bytes))
                .isEqualTo("unsigned char bytes[4] = {\n    0x1f, 0x8b, 0x08, 0x00\n};\n");
        assertThat(CopyForms.BASE64.of(bytes)).isEqualTo("H4sIAA==");
    }

    private static void assertMarked(HexLines lines, byte[] bytes, int from, int to) {
        var hex = new StringBuilder();
        for (int row = 0; row < 4; row++) {
            var spans = lines.bytes(row, from, to);
            String text = lines.line(row).text();
            if (!spans.isEmpty()) {
                String marked = text.substring(spans.get(0).start(), spans.get(0).end()).replace(" ", "");
                hex.append(marked);
                assertThat(spans.get(1).end() - spans.get(1).start()).isEqualTo(marked.length() / 2);
            }
        }
        assertThat(hex.toString()).isEqualTo(HexFormat.of().formatHex(bytes, from, to));
    }
}
