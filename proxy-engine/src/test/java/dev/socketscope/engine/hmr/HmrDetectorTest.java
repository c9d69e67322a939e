package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.HmrMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class HmrDetectorTest {
    private static String name(Optional<HmrDialect> dialect) {
        return dialect.map(HmrDialect::wireName).orElse("none");
    }

    private static String byHandshake(HmrMode mode, @Nullable String subprotocol, String path) {
        return name(HmrDetector.byHandshake(mode, subprotocol, path));
    }

    @ParameterizedTest
    @CsvSource({"vite, vite", "webpack5, webpack", "webpack6, webpack", "next, next", "next-webpack, next",
            "parcel, parcel"})
    void everyRecordedServerIsRecognised(String tool, String dialect) {
        Transcript recorded = Transcript.of(tool);
        String path = recorded.handshake().path("url").asString().replaceFirst("\\?.*", "");
        JsonNode subprotocol = recorded.handshake().path("subprotocol");
        Optional<HmrDialect> found = HmrDetector.byHandshake(HmrMode.AUTO,
                subprotocol.isString() ? subprotocol.asString() : null, path);
        if (found.isEmpty()) {
            assertThat(HmrDetector.undecided(HmrMode.AUTO, path)).isTrue();
            JsonNode first = recorded.all()
                    .stream()
                    .filter(said -> said.direction() == Direction.TO_CLIENT)
                    .findFirst()
                    .orElseThrow()
                    .message();
            found = HmrDetector.byGreeting(path, first);
        }
        assertThat(name(found)).isEqualTo(dialect);
    }

    @Test
    void aStandingErrorIsParcelsGreeting() {
        JsonNode error = Transcript.of("parcel").step("syntax-error").getFirst().message();
        assertThat(name(HmrDetector.byGreeting("/", error))).isEqualTo("parcel");
    }

    private static String byCheck(int status, String contentType, String body) {
        return name(HmrDetector.byParcelCheck(
                new GapSettler.Answer(status, contentType, "", body.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void parcelAnswersItsCheckWithTheTimeAndNothingElse() {
        assertThat(byCheck(200, "", "1795665488053")).isEqualTo("parcel");
        assertThat(byCheck(200, "text/html", "1795665488053")).isEqualTo("none");
        assertThat(byCheck(200, "", "ok")).isEqualTo("none");
        assertThat(byCheck(404, "", "1795665488053")).isEqualTo("none");
        assertThat(byCheck(0, "", "")).isEqualTo("none");
    }

    @Test
    void onlyAPagesSocketAtTheRootMayBeParcels() {
        assertThat(HmrDetector.mayBeParcel(HmrMode.AUTO, null, "/", true)).isTrue();
        assertThat(HmrDetector.mayBeParcel(HmrMode.AUTO, null, "/", false)).isFalse();
        assertThat(HmrDetector.mayBeParcel(HmrMode.AUTO, null, "/ws", true)).isFalse();
        assertThat(HmrDetector.mayBeParcel(HmrMode.AUTO, "mqtt", "/", true)).isFalse();
        assertThat(HmrDetector.mayBeParcel(HmrMode.OFF, null, "/", true)).isFalse();
    }

    @Test
    void theRouteDecidesBeforeAnythingElse() {
        assertThat(byHandshake(HmrMode.OFF, "vite-hmr", "/_hmr")).isEqualTo("none");
        assertThat(HmrDetector.undecided(HmrMode.OFF, "/ws")).isFalse();
        for (HmrMode mode : HmrMode.values()) {
            if (mode != HmrMode.OFF && mode != HmrMode.AUTO) {
                assertThat(byHandshake(mode, "vite-hmr", "/any")).isEqualTo(mode.wireName());
                assertThat(HmrDetector.undecided(mode, "/ws")).isFalse();
            }
        }
    }
}
