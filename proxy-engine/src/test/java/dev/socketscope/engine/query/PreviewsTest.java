package dev.socketscope.engine.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.ws.Deflated;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PreviewsTest {
    private final CaptureScript capture = new CaptureScript();
    private final Previews previews = new Previews(capture.log);

    @Test
    void textStandsOnOneLineWithItsControlCharactersVisible() {
        assertText(capture.text("a\tb\r\nc\u0000\u007f"), "a␉b␍␊c␀␡");
        assertText(capture.text("x\u202Ey\u2028z\u0085"), "x␦y␦z␦");
        assertText(capture.text(""), "");
        assertText(capture.text("grüße 😀 日本"), "grüße 😀 日本");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertText(capture.text("x".repeat(10_000)), "x".repeat(400));
        assertText(capture.text("日".repeat(10_000)), "日".repeat(400));
        assertText(capture.text("x" + "😀".repeat(10_000)), "x" + "😀".repeat(199));
    }

    @Test
    void bytesAreHexPairs() {
        assertHex(capture.frame(0x82, new byte[]{0, 10, -1}), "00 0a ff");
        assertHex(capture.frame(0x82, new byte[0]), "");
        assertThat(row(capture.frame(0x82, new byte[5000])).preview()).hasSizeBetween(390, 400);
        assertHex(capture.frame(0x81, new byte[]{'a', (byte) 0xC3, 'b'}), "61 c3 62");
        assertHex(capture.frame(0x83, new byte[]{'a'}), "61");
    }

    @Test
    void aCloseIsCodeAndReason() {
        assertText(capture.frame(0x88, close(1000, "bye")), "1000 bye");
        assertText(capture.frame(0x88, close(1001, "")), "1001");
        assertText(capture.frame(0x88, new byte[0]), "no code");
        assertHex(capture.frame(0x88, new byte[]{3}), "03");
    }

    @Test
    void aPingIsTextIfItCanBePrinted() {
        assertText(capture.frame(0x89, "heartbeat".getBytes(UTF_8)), "heartbeat");
        assertHex(capture.frame(0x8A, new byte[]{0, 0, 1, 2}), "00 00 01 02");
    }

    @Test
    void compressedMessagesAreInflatedAsFarAsIsShown() {
        assertText(capture.frame(0xC1, Deflated.alone("hello".getBytes(UTF_8))), "hello");
        assertHex(capture.frame(0xC2, Deflated.alone(new byte[]{1, 2, 3})), "01 02 03");
        byte[] large = Deflated.alone("日本".repeat(20_000).getBytes(UTF_8));
        assertText(capture.frame(0xC1, large), "日本".repeat(200));
        assertText(capture.kept(FrameLog.ITSELF, 0xC1, "plain".getBytes(UTF_8), 3, FrameLog.INFLATED), "plain");
        assertHex(capture.frame(0xC1, new byte[]{-1, -1, -1}), "ff ff ff");
    }

    @Test
    void aFragmentIsReadAsItsMessageBegan() {
        byte[] euro = "€".getBytes(UTF_8);
        long text = capture.frame(0x01, Arrays.copyOf(euro, 2));
        assertText(text, "");
        assertText(capture.fragment(text, 0x80, new byte[]{euro[2], 'x'}), "x");
        long binary = capture.frame(0x02, "ab".getBytes(UTF_8));
        assertHex(capture.fragment(binary, 0x80, "cd".getBytes(UTF_8)), "63 64");
    }

    @Test
    void aFrameThatIsGoneHasNoRow() {
        assertThat(previews.row(0)).isNull();
        capture.text("x");
        capture.log.clear();
        assertThat(previews.row(0)).isNull();
    }

    private static byte[] close(int code, String reason) {
        byte[] text = reason.getBytes(UTF_8);
        return ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array();
    }

    private FrameRow row(long seq) {
        return Objects.requireNonNull(previews.row(seq));
    }

    private void assertText(long seq, String preview) {
        assertThat(row(seq).preview()).isEqualTo(preview);
        assertThat(row(seq).text()).isTrue();
        assertThat(row(seq).frame().seq()).isEqualTo(seq);
    }

    private void assertHex(long seq, String preview) {
        assertThat(row(seq).preview()).isEqualTo(preview);
        assertThat(row(seq).text()).isFalse();
    }
}
