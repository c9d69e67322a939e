package dev.socketscope.app.faults;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.FaultPreset;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What the palette can do about faults. */
final class FaultActions {
    private final FaultsModel model;
    private final CutModel everything;

    /** @param everything cuts whatever there is */
    FaultActions(FaultsModel model, CutModel everything) {
        this.model = model;
        this.everything = everything;
    }

    List<Action> all() {
        List<Action> actions = new ArrayList<>();
        actions.add(Action.of("faults.cut-all", Group.FAULTS, Strings.of("action.cut.all"), Feather.SCISSORS,
                everything::cutNow));
        actions.add(Action.of("faults.restore", Group.FAULTS, Strings.of("action.restore"), Feather.LINK,
                model.cut()::restore)
                .when(() -> !model.cut().cuts().get().isEmpty(), Strings.of("action.restore.not")));
        for (FaultPreset preset : FaultPreset.values()) {
            String hop = Strings.of("hop." + preset.wireName());
            actions.add(Action.of("faults.hop." + preset.wireName(), Group.FAULTS, Strings.of("action.hop", hop),
                    Feather.CLOUD_LIGHTNING, () -> model.hops().arm(preset))
                    .when(() -> !armed(preset), Strings.of("action.hop.not")));
            actions.add(Action.of("faults.no-hop." + preset.wireName(), Group.FAULTS,
                    Strings.of("action.hop.end", hop), Feather.CLOUD_OFF, () -> model.hops().disarm(preset))
                    .when(() -> armed(preset), Strings.of("action.hop.end.not")));
        }
        return actions;
    }

    private boolean armed(FaultPreset preset) {
        return model.hops().armed().get().contains(preset);
    }
}
