package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.fault.FaultConflicts;
import dev.socketscope.engine.fault.FaultRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arms and disarms on request. Any thread. */
final class FaultCommands {
    private final FaultBoard board;
    private final ConnectionRegistry registry;

    FaultCommands(FaultBoard board, ConnectionRegistry registry) {
        this.board = board;
        this.registry = registry;
    }

    Reply arm(Fault fault) {
        return switch (MatchScope.of(fault.match(), registry, facts -> FaultConflicts.problem(fault, facts))) {
            case MatchScope.Unfit(String reason) -> new Reply.Refused(reason);
            case MatchScope.Fit scope -> arm(fault, scope);
        };
    }

    private Reply arm(Fault fault, MatchScope.Fit scope) {
        List<Fault> others = board.status().stream().map(status -> status.armed().fault()).toList();
        String id = board.arm(fault, scope.text());
        if (id == null) {
            return new Reply.Refused("There are as many armed faults as the engine takes on; disarm some first.");
        }
        List<String> warnings = new ArrayList<>(FaultConflicts.warnings(fault, others, scope.connections()));
        warnings.addAll(scope.problems());
        return new Reply.Armed(id, warnings);
    }

    Reply disarm(String id) {
        Optional<FaultRule> gone = board.disarm(id);
        restore(gone.stream().toList());
        return gone.isPresent() ? new Reply.Done("Disarmed " + id + ".")
                : new Reply.Refused("There is no armed fault " + id + ".");
    }

    Reply disarmAll() {
        List<FaultRule> gone = board.disarmAll();
        restore(gone);
        return new Reply.Done(gone.size() == 1 ? "Disarmed one fault." : "Disarmed " + gone.size() + " faults.");
    }

    /** Who restores a cut link wants to see what happens then, not in half a minute. */
    private void restore(List<FaultRule> gone) {
        List<Fault> cuts = gone.stream()
                .map(rule -> rule.armed().fault())
                .filter(fault -> fault.spec() instanceof EndingFault.Cut)
                .toList();
        if (cuts.isEmpty()) {
            return;
        }
        registry.tell(tunnel -> {
            if (cuts.stream().anyMatch(cut -> tunnel.faults().facts().isIn(cut.match()))) {
                tunnel.survival().upstreamReturn().linkRestored();
            }
        });
    }
}
