package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Somebody on a train: connects, watches for a while, ends in one of the ways in which connections end, and comes back. */
final class CommuterRole implements DemoRole {
    private final RandomGenerator random;
    private final List<Ending> endings = List.of(new Ending(1000, "done"), new Ending(1001, "page closed"),
            new Ending(4000, "battery low"), new Ending(0, ""), new Ending(3000, "signed out"),
            new Ending(4408, "idle for too long"));
    private int trips;

    /** @param code of the Close frame; 0 to end without one */
    private record Ending(int code, String reason) {}

    CommuterRole(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String target() {
        return "/ws/telemetry?hz=3&trip=" + (trips + 1);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("User-Agent", "Mozilla/5.0 (demo) on a train");
    }

    @Override
    public void opened(DemoConnection connection) {
        Ending ending = endings.get(trips % endings.size());
        trips++;
        connection.after(Duration.ofMillis(random.nextInt(4_000, 9_000)), () -> {
            if (ending.code() == 0) {
                connection.drop();
            } else {
                connection.close(ending.code(), ending.reason());
            }
        });
    }

    @Override
    public Optional<Duration> comeBack(boolean wasOpen, int failures, RandomGenerator dice) {
        return wasOpen
                ? Optional.of(Duration.ofMillis(dice.nextInt(2_500, 7_000)))
                : DemoRole.super.comeBack(false, failures, dice);
    }
}
