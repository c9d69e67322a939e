package dev.socketscope.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Messages;
import dev.socketscope.engine.scenario.Observation;
import dev.socketscope.engine.scenario.Report;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** What is written of a run, for programs. */
class ReportsTest {
    /** @param observed what there was in place of the only expectation */
    private static Report failed(String observed) {
        Expectation expectation = new Expectation.NoReload();
        Scenario scenario = new Scenario("s", "", 1, FaultMatch.ANY, null, List.of(), List.of(expectation));
        Observation nothing = new Observation(Instant.EPOCH, Duration.ZERO, List.of(), List.of(), List.of(),
                new Messages(Collections.emptySortedMap(), Collections.emptySortedMap()), List.of(), List.of(),
                Collections.emptySortedMap(), 0);
        return new Report(scenario, List.of(), nothing,
                List.of(new Verdict(expectation, Verdict.Outcome.FAILED, observed)), false);
    }

    @Test
    void twoReportsOfOneFileHaveTheirKeysInTheSameOrder() {
        assertThat(JsonMapper.shared().readTree(JsonReport.of(failed("x"))).path("messagesLost").propertyNames())
                .containsExactly("total", "byCause", "unknown");
    }

    @Test
    void onlyWhatXmlCannotHoldIsReplacedInTheJUnitReport() throws Exception {
        byte[] xml = JUnitReport.of(failed("gone: \uD83D\uDE80 \u0001 \uD83D")).getBytes(StandardCharsets.UTF_8);
        Element failure = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagName("failure")
                .item(0);

        assertThat(failure.getAttribute("message")).isEqualTo("gone: \uD83D\uDE80 ? ?");
        assertThat(failure.getTextContent()).endsWith("gone: \uD83D\uDE80 ? ?");
    }
}
