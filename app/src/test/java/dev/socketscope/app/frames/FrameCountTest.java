package dev.socketscope.app.frames;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameCountTest {
    @Test
    void tellsWhatIsNotShownAndWhy() {
        assertThat(new FrameCount(10_115, 2, 0, 45, 1, 0).text())
                .isEqualTo("10,115 frames · 2 dropped from capture · scanning 45 %");
        assertThat(new FrameCount(1, 0, 1_204, 100, 0, 0).text()).isEqualTo("1 frame · paused, 1,204 newer");
        assertThat(new FrameCount(40, 0, 0, 100, 3, 0).text()).isEqualTo("40 frames · 3 selected");
        assertThat(new FrameCount(40, 0, 0, 100, 0, 12).text())
                .isEqualTo("40 frames · pattern too slow for 12 frames");
        assertThat(new FrameCount(0, 0, 0, 100, 0, 1).text()).isEqualTo("0 frames · pattern too slow for 1 frame");
    }
}
