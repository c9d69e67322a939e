package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.ServiceLevel;
import org.jspecify.annotations.Nullable;

/** A service level with its target; {@code value} is absent while nothing was measured. */
public record ServiceLevelJson(String kind, String unit, double target, double alert, @Nullable Double value,
        long samples, boolean good, boolean alerting) {
    public static ServiceLevelJson of(ServiceLevel level) {
        ServiceLevel.Kind kind = level.kind();
        return new ServiceLevelJson(Names.of(kind), kind.unit(), kind.target(), kind.alert(),
                Double.isFinite(level.value()) ? level.value() : null, level.samples(), level.good(),
                level.alerting());
    }

    public ServiceLevel toApi() {
        return new ServiceLevel(Constants.parse(ServiceLevel.Kind.class, "kind", kind),
                value == null ? Double.NaN : value,
                samples, alerting);
    }
}
