package dev.socketscope.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.query.CaptureReader;
import dev.socketscope.engine.query.filter.Filter;
import dev.socketscope.engine.relay.LocalEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search through a file finds what a look at every single frame of the capture finds, which screens nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenedSearchTest {
    private static final long SEED = 4_711;
    private static final int MOST_PAYLOAD = 6_000;
    private static final int RANDOM_FILTERS = 40;
    private static final List<String> TERMS = List.of("needle", "NEEDLE", "eed", "\"nee dle\"", "look", "kelvin",
            "größe", "\"100%_a\"", "\"back\\\\slash\"", "1001", "100", "\"no code\"", "%", "_", "hex:00",
            "hex:6e656564", "hex:c3", "/nee.le/i", "json.needle", "json.needle==1", "json.n.needle==1",
            "json[0].type==\"Needle\"", "json.hay>4", "json.hay!=3", "json[*].type~/need/", "op:ping", "op:close",
            "op:control", "op:data", "op:reserved", "dir:up", "dir:down", "size>5k", "size<10", "size==0", "size!=13",
            "inproxy>4ms", "inproxy<=100us", "seq>7000", "seq<=3000", "conn:ws_1", "path:/none");

    @TempDir
    private static Path folder = Path.of("");
    private final LocalEngine engine = LocalEngine
            .start(new EngineConfig(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    EngineConfig.Capture.DEFAULT, EngineConfig.Limits.DEFAULT,
                    List.of(Route.toEverything("http://127.0.0.1:9"))));
    private final FrameLog log = new FrameLog(256 << 20, MOST_PAYLOAD, number -> "ws_" + number);
    private final CaptureReader capture = new CaptureReader(log, id -> null);
    private Path file = Path.of("");

    @BeforeAll
    void record() throws Exception {
        file = folder.resolve("mixed.sockets");
        MixedTraffic traffic = new MixedTraffic(log, MOST_PAYLOAD, new Random(SEED));
        traffic.add(1_500, 2);
        traffic.add(7_500, 150);
        traffic.add(1_000, 3);
        traffic.add(2_000, 60);
        try (Recorder recorder = Recorder.start(engine, log, file, Recorder.Bounds.DEFAULT)) {
            await().until(() -> recorder.status().frames() == log.endSeq());
        }
    }

    @AfterAll
    void close() {
        capture.close();
        engine.close();
    }

    private static Stream<String> filters() {
        Random random = new Random(SEED);
        return Stream.concat(TERMS.stream(), IntStream.range(0, RANDOM_FILTERS).mapToObj(i -> expression(random, 3)));
    }

    private static String expression(Random random, int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(8)) {
            case 0, 1, 2 -> expression(random, depth - 1) + " " + expression(random, depth - 1);
            case 3, 4 -> "(" + expression(random, depth - 1) + " or " + expression(random, depth - 1) + ")";
            case 5 -> "not (" + expression(random, depth - 1) + ")";
            default -> TERMS.get(random.nextInt(TERMS.size()));
        };
    }

    @Test
    void everySearchFindsTheSameAsALookAtEveryFrame() throws Exception {
        try (Recording recording = Recording.open(file);
                ScreenReader screens = new ScreenReader("jdbc:sqlite:" + file)) {
            for (String filter : filters().toList()) {
                FrameQuery query = new FrameQuery(Set.of(), filter);
                try (FrameView view = recording.frames(query);
                        FrameView all = capture.open(query)) {
                    Set<Long> expected = found(all);
                    assertThat(found(view)).as("%s, seed %d", filter, SEED).isEqualTo(expected);
                    List<Long> passing = passing(screens, filter);
                    assertThat(passing).as(filter).isSortedAccordingTo(Comparator.naturalOrder());
                    expected.removeAll(Set.copyOf(passing));
                    assertThat(expected).as("%s, seed %d, found but screened out", filter, SEED).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"needle", "NEEDLE op:text", "json.needle==1", "hex:6e656564", "size>5k",
            "op:ping or kelvin", "seq>11900",
            "inproxy>4900us"})
    void aScreenLetsFewPassThatAreNotFound(String filter) throws Exception {
        try (ScreenReader screens = new ScreenReader("jdbc:sqlite:" + file)) {
            assertThat(passing(screens, filter)).hasSizeLessThan((int) log.endSeq() / 3);
        }
    }

    private static List<Long> passing(ScreenReader screens, String filter) throws Exception {
        ScreenSql screen = new ScreenSql(Filter.parse(filter).screen());
        return Arrays.stream(screens.passing(screen, 0, 1 << 20)).boxed().toList();
    }

    private Set<Long> found(FrameView view) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> view.pending() == 0);
        return LongStream.range(0, log.endSeq())
                .filter(seq -> view.rowAtOrAfter(seq) < view.rowAtOrAfter(seq + 1))
                .boxed()
                .collect(Collectors.toSet());
    }
}
