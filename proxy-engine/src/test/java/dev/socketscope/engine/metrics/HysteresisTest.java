package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.metrics.Hysteresis.Side;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HysteresisTest {
    /** On after three bad ones, off after two good ones. B is bad, g good, - in between; ^ goes on, v goes off. */
    @ParameterizedTest
    @CsvSource({"BBB, ..^", "BBgBB, .....", "BB-BB, .....", "BBBBBB, ..^...", "BBBgg, ..^.v", "BBBg-g, ..^...",
            "BBBgBg, ..^...", "BBBggggBBB, ..^.v....^", "gggg, ....", "----, ....", "BBB---, ..^..."})
    void switchesOnlyAfterARow(String observations, String switches) {
        Hysteresis hysteresis = new Hysteresis(3, 2);

        assertThat(observations.chars().mapToObj(c -> observe(hysteresis, c)).collect(Collectors.joining()))
                .isEqualTo(switches);
    }

    private static String observe(Hysteresis hysteresis, int observation) {
        Side side = observation == 'B' ? Side.BAD : observation == 'g' ? Side.GOOD : Side.BETWEEN;
        return !hysteresis.observe(side) ? "." : hysteresis.on() ? "^" : "v";
    }
}
