package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeldomTest {
    @Test
    void aFloodIsToldTenTimes() {
        Seldom seldom = new Seldom();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            seldom.run(told::add);
        }
        assertThat(told).hasSize(10).containsOnly("");
    }
}
