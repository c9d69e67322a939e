package dev.socketscope.app.frames;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameWordsTest {
    @Test
    void marksWhatIsUnusual() {
        assertThat(marks(0x81)).isEmpty();
        assertThat(marks(0x01)).containsExactly("part");
        assertThat(marks(0xC1)).containsExactly("zip");
        assertThat(marks(0x41)).containsExactly("part", "zip");
        assertThat(marks(0xA1)).containsExactly("RSV");
    }

    @Test
    void namesOpcodesThatTheRfcLeavesOpenByTheirNumber() {
        assertThat(FrameWords.type(frame(0x83))).isEqualTo("OP 3");
        assertThat(FrameWords.type(frame(0x8B))).isEqualTo("OP B");
        assertThat(FrameWords.type(frame(0x80))).isEqualTo("CONT");
    }

    private static List<String> marks(int firstByte) {
        return FrameWords.marks(frame(firstByte)).stream().map(FrameWords.Mark::text).toList();
    }

    private static Frame frame(int firstByte) {
        return new Frame(0, 0, "ws_1", Direction.TO_CLIENT, firstByte, false, 1, 1, false, false, 5, 0, false, false,
                List.of());
    }
}
