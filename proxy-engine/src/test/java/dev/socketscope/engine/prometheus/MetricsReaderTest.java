package dev.socketscope.engine.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsReaderTest {
    private static final String TEXT = """
            # HELP http_requests_total Requests, by \\\\ method\\nand more
            # TYPE http_requests_total counter
            http_requests_total{method="post",path="C:\\\\x\\n\\"q\\""} 1027 1395066363000
            http_requests_total { method = "get" , } 3
            # a comment

            temperature -1.5e2
            # TYPE seconds histogram
            seconds_bucket{le="0.1"} 1
            seconds_bucket{le="+Inf"} 2
            seconds_sum 5.5
            seconds_count 2
            # TYPE quantiles summary
            quantiles{quantile="0.5"} NaN
            quantiles_sum 1
            quantiles_count 1
            """;

    @Test
    void textIsReadWithItsTypesLabelsAndEscapes() {
        Scrape scrape = MetricsReader.read(MetricsText.plain(TEXT));

        assertThat(scrape.mistakes()).isEmpty();
        assertThat(scrape.families()).extracting(MetricFamily::name)
                .containsExactly("http_requests_total", "temperature", "seconds", "quantiles");
        assertThat(scrape.families()).extracting(MetricFamily::type)
                .containsExactly(MetricType.COUNTER, MetricType.UNKNOWN, MetricType.HISTOGRAM, MetricType.SUMMARY);
        MetricFamily requests = scrape.families().getFirst();
        assertThat(requests.help()).isEqualTo("Requests, by \\ method and more");
        assertThat(requests.samples().getFirst())
                .isEqualTo(
                        new Sample(SeriesId.of("http_requests_total", Map.of("method", "post", "path", "C:\\x\n\"q\"")),
                                1027));
        assertThat(requests.samples().get(1).labels()).containsExactly(Map.entry("method", "get"));
        assertThat(scrape.families().get(1).samples().getFirst().value()).isEqualTo(-150);
        assertThat(scrape.families().get(2).samples()).hasSize(4);
        assertThat(scrape.families().get(3).samples().getFirst().value()).isNaN();
    }

    @Test
    void openMetricsNamesAreTheSameAndExemplarsAndTimesOfCreationAreNoValues() {
        Scrape scrape = MetricsReader.read(new MetricsText("""
                # TYPE http_requests counter
                # UNIT http_requests requests
                http_requests_total{method="post"} 1027 # {trace_id="a"} 0.67 1520879607.789
                http_requests_created{method="post"} 1520872607.123
                # TYPE build info
                build_info{version="1"} 1
                # EOF
                """, true));

        assertThat(scrape.mistakes()).isEmpty();
        assertThat(scrape.families()).extracting(MetricFamily::name)
                .containsExactly("http_requests_total", "build_info");
        assertThat(scrape.families().getFirst().samples()).extracting(Sample::value).containsExactly(1027.0);
        assertThat(scrape.families().getFirst().unit()).isEqualTo("requests");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "9a 1 | line 2: got \"9a 1\", expected the name of a metric",
            "a | line 2: got nothing, expected a number, +Inf, -Inf or NaN",
            "a 1f | line 2: got \"1f\", expected a number, +Inf, -Inf or NaN",
            "a 1 soon | line 2: got \"soon\", expected a time in whole milliseconds",
            "a 1 2 3 | line 2: got \"3\", expected the end of the line",
            "a{b=c} 1 | line 2: got \"c} 1\", expected a label's value in quotes",
            "a{b=\"c} 1 | line 2: got nothing, expected the quote that ends a label's value",
            "a{b=\"c\" d=\"e\"} 1 | line 2: got \"d=\"e\"} 1\", expected , or } after a label",
            "a{b=\"c\",b=\"d\"} 1 | line 2: got \"b\", expected each label once",
            "a{:=\"c\"} 1 | line 2: got \":=\"c\"} 1\", expected the name of a label, or }",
            "fine 2 | line 2: got \"fine 2\", expected each series once",
            "# TYPE fine gauge | line 2: got \"gauge\", expected the TYPE of fine before its samples",
            "# TYPE a meter | line 2: got \"meter\", expected one of counter, gauge, histogram, gaugehistogram, summary, info,"
                    + " stateset, unknown",
            "# TYPE | line 2: got \"# TYPE\", expected the name of a metric after HELP, TYPE or UNIT"})
    void aMistakeIsToldWithItsLineAndTheRestIsRead(String line, String mistake) {
        Scrape scrape = MetricsReader.read(MetricsText.plain("fine 1\n" + line + "\nlast 3\n"));

        assertThat(scrape.mistakes()).extracting(Mistake::toString).containsExactly(mistake);
        assertThat(scrape.families()).extracting(MetricFamily::name).containsExactly("fine", "last");
        assertThat(scrape.wrongLines()).isEqualTo(1);
    }

    @Test
    void aBucketNeedsItsBound() {
        Scrape scrape = MetricsReader.read(MetricsText.plain("# TYPE a histogram\na_bucket 1\na_bucket{le=\"x\"} 1\n"));

        assertThat(scrape.mistakes()).extracting(Mistake::line).containsExactly(2, 3);
        assertThat(scrape.families()).isEmpty();
    }

    @Test
    void atEveryPlaceWhereTextIsCutNoNumberIsTakenForAnother() {
        for (int end = 0; end < TEXT.length(); end++) {
            Scrape cut = MetricsReader.read(MetricsText.plain(TEXT.substring(0, end)));

            int complete = (int) TEXT.substring(0, end).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).count();
            boolean whole = end == 0 || TEXT.charAt(end - 1) == '\n';
            assertThat(cut.wrongLines()).as("cut at %d", end).isEqualTo(whole ? 0 : 1);
            assertThat(cut.samples()).as("cut at %d", end).isBetween(complete - 1, complete);
        }
    }

    @Test
    void openMetricsWithoutItsEndIsIncomplete() {
        assertThat(MetricsReader.read(new MetricsText("a 1\n", true)).mistakes()).extracting(Mistake::toString)
                .containsExactly("line 2: got nothing, expected # EOF at the end; the text is incomplete");
        assertThat(MetricsReader.read(new MetricsText("a 1\n# EOF\nb 1\n", true)).mistakes())
                .extracting(Mistake::toString)
                .containsExactly("line 3: got \"b 1\", expected nothing after # EOF");
    }

    @Test
    void whatIsTooMuchIsCounted() {
        StringBuilder text = new StringBuilder("?\n".repeat(Scrape.MOST_MISTAKES + 3));
        for (int i = 0; i < Scrape.MOST_SAMPLES + 2; i++) {
            text.append("a{i=\"").append(i).append("\"} 1\n");
        }

        Scrape scrape = MetricsReader.read(MetricsText.plain(text.toString()));

        assertThat(scrape.mistakes()).hasSize(Scrape.MOST_MISTAKES);
        assertThat(scrape.wrongLines()).isEqualTo(Scrape.MOST_MISTAKES + 3);
        assertThat(scrape.samples()).isEqualTo(Scrape.MOST_SAMPLES);
        assertThat(scrape.left()).isEqualTo(2);
    }
}
