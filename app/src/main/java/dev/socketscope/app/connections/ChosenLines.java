package dev.socketscope.app.connections;

import dev.socketscope.app.live.Selection;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Keeps the chosen lines chosen, by key, through updates, sorting and filtering. A line of a group stands for its connections. */
final class ChosenLines {
    private static final int ROWS_ABOVE = 2;

    private final TableView<Line> table;
    private final ConnectionsModel model;
    private final Selection selection;
    private Set<String> keys = Set.of();
    private String lead = "";
    private boolean arranging;
    private boolean moved;

    ChosenLines(TableView<Line> table, ConnectionsModel model, Selection selection) {
        this.table = table;
        this.model = model;
        this.selection = selection;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Line>) change -> chosen());
        model.lines().addListener((ListChangeListener<Line>) change -> moved = true);
        selection.id().subscribe(this::follow);
    }

    /** Runs a change of the lines, and chooses again what was chosen before. */
    void keep(Runnable change) {
        quietly(change);
        if (moved) {
            choose();
        }
        publish();
    }

    private void quietly(Runnable change) {
        boolean before = arranging;
        arranging = true;
        try {
            change.run();
        } finally {
            arranging = before;
        }
    }

    /** A person chose. The last line cannot be given up: something is always looked at. */
    private void chosen() {
        Line leading = table.getSelectionModel().getSelectedItem();
        if (arranging || leading == null) {
            return;
        }
        keys = table.getSelectionModel()
                .getSelectedItems()
                .stream()
                .filter(Objects::nonNull)
                .map(Line::key)
                .collect(Collectors.toSet());
        lead = leading.key();
        publish();
    }

    /** Tells the window which connections are meant now; those of a group come and go. */
    private void publish() {
        Line leading = line(lead);
        if (leading == null) {
            return;
        }
        Set<String> ids = keys.size() == 1 && leading instanceof ConnectionRow ? keys
                : model.lines()
                        .stream()
                        .filter(line -> keys.contains(line.key()))
                        .flatMap(Line::connections)
                        .collect(Collectors.toSet());
        leading.connections()
                .filter(id -> ids.contains(id))
                .findFirst()
                .ifPresent(id -> quietly(() -> selection.choose(id, ids)));
    }

    /** Somebody else chose, perhaps a line that is out of sight. */
    private void follow(@Nullable String id) {
        if (!arranging) {
            lead = id == null ? "" : id;
            keys = id == null ? Set.of() : Set.of(id);
            choose();
            table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - ROWS_ABOVE));
        }
    }

    private void choose() {
        moved = false;
        BitSet wanted = new BitSet();
        int leading = -1;
        List<Line> lines = model.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (keys.contains(lines.get(i).key())) {
                wanted.set(i);
                leading = leading < 0 || lines.get(i).key().equals(lead) ? i : leading;
            }
        }
        BitSet now = new BitSet();
        table.getSelectionModel().getSelectedIndices().forEach(now::set);
        if (!wanted.equals(now)) {
            int last = leading;
            quietly(() -> select(wanted, last));
        }
    }

    /** @param leading what is selected last has the focus and leads */
    private void select(BitSet wanted, int leading) {
        if (wanted.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (wanted.cardinality() == 1) {
            table.getSelectionModel().clearAndSelect(leading);
        } else {
            table.getSelectionModel().clearSelection();
            wanted.set(leading, false);
            int[] others = wanted.stream().toArray();
            int[] rest = new int[others.length];
            System.arraycopy(others, 1, rest, 0, others.length - 1);
            rest[others.length - 1] = leading;
            table.getSelectionModel().selectIndices(others[0], rest);
        }
    }

    private @Nullable Line line(String key) {
        ConnectionRow row = model.row(key);
        return row != null ? row
                : model.lines().stream().filter(line -> line.key().equals(key)).findFirst().orElse(null);
    }
}
