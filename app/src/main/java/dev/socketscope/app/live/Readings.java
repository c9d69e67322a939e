package dev.socketscope.app.live;

import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.ServiceLevel;
import java.util.List;

/**
 * What the engine has found out beside its connections.
 *
 * @param hmr hot reloading of every live connection that speaks one of its dialects
 * @param levels the service levels with what they were before, in the order of their kinds; empty while none are known
 * @param faults what is armed, the one armed first at the front
 * @param interception what is held and what is replayed
 */
public record Readings(List<HmrStatus> hmr, List<LevelTrend> levels, List<FaultStatus> faults,
        Interception interception) {
    public static final Readings NONE = new Readings(List.of(), List.of(), List.of(), Interception.NONE);

    /** The service level of a kind; one that was never measured when it is not known. */
    public ServiceLevel level(ServiceLevel.Kind kind) {
        return levels.stream()
                .map(LevelTrend::now)
                .filter(level -> level.kind() == kind)
                .findFirst()
                .orElse(new ServiceLevel(kind, Double.NaN, 0, false));
    }

    /** What people call a fault: its label, else its kind; its id when it is not armed any more. */
    public String faultName(String id) {
        return faults.stream()
                .map(FaultStatus::armed)
                .filter(armed -> armed.id().equals(id))
                .findFirst()
                .map(armed -> armed.fault().label().isBlank() ? armed.type().wireName() : armed.fault().label())
                .orElse(id);
    }

    /** Updates that wait for pages that are away. */
    public int waiting() {
        return hmr.stream().mapToInt(status -> status.queue().size()).sum();
    }

    /** Dev servers whose last build failed, one for each of their connections. */
    public int errors() {
        return (int) hmr.stream().filter(status -> status.error() != null).count();
    }
}
