package dev.socketscope.app.connections;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a group is called and what it is made of, with a button that hides its connections. */
final class GroupHead extends FitLine {
    private final Button fold = new Button();
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label parts = new Label();
    private Subscription following = Subscription.EMPTY;
    private @Nullable GroupRow shown;
    /** Whether the head tells how much passes. */
    private boolean rated;

    /** @param toggle hides the connections of a group, or shows them again */
    GroupHead(Consumer<GroupRow> toggle) {
        getStyleClass().add("group-head");
        fold.getStyleClass().add("group-fold");
        fold.setFocusTraversable(false);
        name.getStyleClass().addAll("data", "strong");
        count.getStyleClass().addAll("badge", "figures");
        count.setMinWidth(USE_PREF_SIZE);
        parts.getStyleClass().addAll("muted", "figures");
        getChildren().addAll(fold, name, count, parts);
        mayGo(parts);
        setPickOnBounds(false);
        List.of(name, count, parts).forEach(label -> label.setMouseTransparent(true));
        fold.setOnAction(e -> {
            if (shown != null) {
                toggle.accept(shown);
            }
        });
    }

    /** @param group null for none */
    void show(@Nullable GroupRow group) {
        following.unsubscribe();
        shown = group;
        setVisible(group != null);
        following = group == null ? Subscription.EMPTY
                : Subscription.combine(group.content().subscribe(content -> tell(content)),
                        group.folded().subscribe(folded -> turn(group, folded)));
    }

    /** @param column whether a column tells how much passes, so that the head need not */
    void rateInColumn(boolean column) {
        if (rated == column) {
            rated = !column;
            if (shown != null) {
                tell(shown.content().getValue());
            }
        }
    }

    /** For whoever cannot see it. */
    String words() {
        return shown == null ? ""
                : Strings.of(shown.folded().get() ? "group.words.folded" : "group.words", name.getText(),
                        count.getText(), parts.getText());
    }

    private void turn(GroupRow group, boolean folded) {
        fold.setGraphic(Icons.of(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
        fold.setAccessibleText(Strings.of(folded ? "group.unfold" : "group.fold", group.name()));
        name.setText(Shorten.line(group.name()));
    }

    private void tell(Content content) {
        if (content instanceof Totals totals) {
            count.setText(Units.count(totals.count()));
            parts.setText(rated && totals.live() > 0
                    ? parts(totals) + " · " + Strings.of("rate.sum", Units.perSecond(totals.perSecond()))
                    : parts(totals));
        }
    }

    /** {@code 8 live · 1 away · 2 closed}. */
    static String parts(Totals totals) {
        List<String> words = new ArrayList<>();
        add(words, "group.live", totals.live());
        add(words, "group.away", totals.away());
        add(words, "group.closed", totals.closed());
        return String.join(" · ", words);
    }

    private static void add(List<String> words, String key, int number) {
        if (number > 0) {
            words.add(Strings.of(key, Units.count(number)));
        }
    }
}
