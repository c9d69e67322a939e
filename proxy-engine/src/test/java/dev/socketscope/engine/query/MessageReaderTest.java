package dev.socketscope.engine.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.ws.Deflated;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
    private final CaptureScript capture = new CaptureScript();
    private final MessageReader reader = new MessageReader(capture.log);

    @Test
    void aWholeMessageInOneFrameIsItsOwnContent() {
        long seq = capture.text("Hällo");
        Payload payload = reader.message(seq).orElseThrow();
        assertThat(payload.bytes()).asString(UTF_8).isEqualTo("Hällo");
        assertThat(payload.opcode()).isEqualTo(Opcode.TEXT);
        assertThat(payload.complete()).isTrue();
        assertThat(payload.note()).isNull();
        assertThat(payload.wireLength()).isEqualTo(6);
        assertThat(reader.message(seq + 1)).isEmpty();
        assertThat(reader.frame(-1)).isEmpty();
    }

    @Test
    void fragmentsAreJoinedAcrossControlsAndOtherTraffic() {
        long first = capture.frame(0x01, "one ".getBytes(UTF_8));
        capture.frame(0x89, "ping".getBytes(UTF_8));
        capture.on(1, Direction.TO_UPSTREAM).text("other direction");
        capture.on(2, Direction.TO_CLIENT).text("other connection");
        capture.on(1, Direction.TO_CLIENT);
        long second = capture.fragment(first, 0x00, "two ".getBytes(UTF_8));
        long last = capture.fragment(first, 0x80, "three".getBytes(UTF_8));
        capture.text("next message");
        for (long seq : new long[]{first, second, last}) {
            Payload payload = reader.message(seq).orElseThrow();
            assertThat(payload.bytes()).asString(UTF_8).isEqualTo("one two three");
            assertThat(payload.firstSeq()).isEqualTo(first);
            assertThat(payload.lastSeq()).isEqualTo(last);
            assertThat(payload.opcode()).isEqualTo(Opcode.TEXT);
            assertThat(payload.complete()).isTrue();
        }
        assertThat(reader.frame(second).orElseThrow().bytes()).asString(UTF_8).isEqualTo("two ");
        assertThat(reader.message(first + 1).orElseThrow().bytes()).asString(UTF_8).isEqualTo("ping");
    }

    @Test
    void aMessageThatHasNotEndedSaysSo() {
        long first = capture.frame(0x02, new byte[]{1, 2});
        Payload payload = reader.message(first).orElseThrow();
        assertThat(payload.bytes()).containsExactly(1, 2);
        assertThat(payload.complete()).isFalse();
        assertThat(payload.note()).contains("does not end");
    }

    @Test
    void aCompressedMessageIsInflatedWhetherWholeOrInFragments() {
        byte[] message = "compress me ".repeat(100).getBytes(UTF_8);
        byte[] data = Deflated.alone(message);
        Payload whole = reader.message(capture.frame(0xC1, data)).orElseThrow();
        assertThat(whole.bytes()).isEqualTo(message);
        assertThat(whole.compressed()).isTrue();
        assertThat(whole.wireLength()).isEqualTo(data.length);
        long first = capture.frame(0x41, Arrays.copyOf(data, 5));
        long last = capture.fragment(first, 0x80, Arrays.copyOfRange(data, 5, data.length));
        assertThat(reader.message(last).orElseThrow().bytes()).isEqualTo(message);
        assertThat(reader.message(last).orElseThrow().complete()).isTrue();
        assertThat(reader.frame(last).orElseThrow().note()).contains("compressed message");
    }

    @Test
    void whatWasCutInTheCaptureIsSaidInBytes() {
        Payload plain = reader.message(capture.kept(FrameLog.ITSELF, 0x81, new byte[70_000], 70_000, 0)).orElseThrow();
        assertThat(plain.bytes()).hasSize(64 << 10);
        assertThat(plain.complete()).isFalse();
        assertThat(plain.note()).isEqualTo("4464 of 70000 bytes were not captured");
        byte[] data = Deflated.alone("abc".repeat(1000).getBytes(UTF_8));
        byte[] half = Arrays.copyOf(data, data.length - 4);
        Payload cut = reader.message(capture.kept(FrameLog.ITSELF, 0xC1, half, data.length, 0)).orElseThrow();
        assertThat(cut.bytes()).asString(UTF_8).startsWith("abcabc");
        assertThat(cut.complete()).isFalse();
        assertThat(cut.note()).isEqualTo("4 of " + data.length + " bytes were not captured");
    }

    @Test
    void whatTheRelayInflatedIsNotInflatedAgain() {
        long seq = capture.kept(FrameLog.ITSELF, 0xC1, "plain".getBytes(UTF_8), 3, FrameLog.INFLATED);
        Payload payload = reader.message(seq).orElseThrow();
        assertThat(payload.bytes()).asString(UTF_8).isEqualTo("plain");
        assertThat(payload.compressed()).isTrue();
        assertThat(payload.complete()).isTrue();
    }

    @Test
    void whatCannotBeInflatedIsShownAsItIs() {
        Payload payload = reader.message(capture.frame(0xC2, new byte[]{-1, -1, -1})).orElseThrow();
        assertThat(payload.bytes()).containsExactly(-1, -1, -1);
        assertThat(payload.compressed()).isFalse();
        assertThat(payload.complete()).isFalse();
        assertThat(payload.note()).contains("invalid");
    }

    @Test
    void aMessageWhoseBeginningWasDroppedStillShowsItsRest() {
        CaptureScript small = new CaptureScript(new FrameLog(16 << 10, 4096, number -> "ws_" + number));
        long first = small.frame(0x01, "gone".getBytes(UTF_8));
        for (int i = 0; i < 20; i++) {
            small.on(2, Direction.TO_CLIENT).frame(0x82, new byte[2000]);
        }
        long last = small.on(1, Direction.TO_CLIENT).fragment(first, 0x80, "rest".getBytes(UTF_8));
        Payload payload = new MessageReader(small.log).message(last).orElseThrow();
        assertThat(payload.bytes()).asString(UTF_8).isEqualTo("rest");
        assertThat(payload.opcode()).isEqualTo(Opcode.TEXT);
        assertThat(payload.complete()).isFalse();
        assertThat(payload.note()).contains("beginning");
    }

    @Test
    void aContinuationThatContinuesNothingIsReadAsTextIfItReadsAsText() {
        long text = capture.frame(0x80, "stray".getBytes(UTF_8));
        long binary = capture.frame(0x80, new byte[]{(byte) 0xC3, 'x'});
        assertThat(reader.message(text).orElseThrow().opcode()).isEqualTo(Opcode.TEXT);
        assertThat(reader.message(binary).orElseThrow().opcode()).isEqualTo(Opcode.BINARY);
        assertThat(reader.frame(text).orElseThrow().opcode()).isEqualTo(Opcode.CONTINUATION);
    }

    @Test
    void aBombIsStoppedAtTheLimit() {
        long seq = capture.frame(0xC2, Deflated.alone(new byte[10 << 20]));
        Payload payload = reader.message(seq, 5000).orElseThrow();
        assertThat(payload.bytes()).hasSize(5000);
        assertThat(payload.complete()).isFalse();
        assertThat(payload.note()).contains("limit");
    }
}
