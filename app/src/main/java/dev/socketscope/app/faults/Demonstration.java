package dev.socketscope.app.faults;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.FaultType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is armed for a picture: something slow, something lost, and a link that is cut. */
final class Demonstration {
    private static final FaultMatch BUSY = FaultMatch.ANY.onPath("/ws/telemetry");

    private static final int FAULTS = 3;

    private final FaultsModel model;
    private boolean armed;

    Demonstration(FaultsModel model) {
        this.model = model;
    }

    /** @return whether it is still under way */
    boolean change(boolean wanted, List<FaultStatus> now) {
        if (wanted != armed) {
            armed = wanted;
            if (wanted) {
                arm();
            } else {
                disarm();
            }
            return true;
        }
        return wanted && (now.size() < FAULTS || now.stream().anyMatch(status -> status.fired() == 0));
    }

    private void arm() {
        aim(BUSY, Direction.TO_CLIENT, "100 %");
        card(FaultType.LATENCY).turn(true);
        aim(BUSY, null, "5 %");
        card(FaultType.DROP).turn(true);
        aim(FaultMatch.ANY.onPath("/graphql"), null, "100 %");
        model.cut().cutNow();
        aim(FaultMatch.ANY, null, "100 %");
    }

    private void disarm() {
        card(FaultType.LATENCY).turn(false);
        card(FaultType.DROP).turn(false);
        model.cut().restore();
    }

    private void aim(FaultMatch target, @Nullable Direction direction, String probability) {
        model.target().set(target);
        model.direction().set(direction);
        model.probability().set(probability);
    }

    private CardModel card(FaultType type) {
        return model.cards().get(type.ordinal());
    }
}
