package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.socketscope.engine.api.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parcel 2, as recorded. */
class ParcelDialectTest {
    private static final Transcript RECORDED = Transcript.of("parcel");

    @Test
    void everyStepOfTheRecordingSaysWhatHappened() {
        List<String> widget = List.of("built ", "js-update llZvC");
        List<String> none = List.of();
        assertThat(RECORDED.facts(ParcelDialect::new)).containsExactly(entry("connect", none), entry("edit-js", widget),
                entry("edit-css", List.of("built ", "css-update bhJkM")),
                entry("syntax-error", List.of("failed /project/src/widget.js:3:16")), entry("fix-error", widget),
                entry("delete-module", List.of("failed /project/src/index.js:2:22")),
                entry("restore-module", List.of("built ", "js-update hRCWO")),
                entry("full-reload-trigger", List.of("built ", "full-reload gU2nZ")),
                entry("ws-cut-5s-with-edit", none), entry("edit-after-cut", none), entry("ws-cut-300ms-no-edit", none),
                entry("server-restart", none), entry("edit-after-restart", none));
    }

    @Test
    void aSyntaxErrorIsToldWithItsPlaceAndSource() {
        BuildProblem problem = RECORDED.problem("syntax-error", new ParcelDialect());
        assertThat(problem.message()).isEqualTo("@parcel/transformer-js: Expression expected");
        assertThat(problem.frame()).contains("> 3 | const broken = ;");
        assertThat(problem.toString()).doesNotContain("\u001b");
    }

    @Test
    void afterAGapThePageMayBeLoadedAnew() {
        assertThat(new ParcelDialect().afterGap()).isEqualTo(HmrDialect.GapRule.COMPARE);
        assertThat(new ParcelDialect().read(Direction.TO_CLIENT, Transcript.json(HmrMessages.PARCEL_RELOAD)))
                .containsExactly(new HmrFact.FullReload(""));
    }
}
