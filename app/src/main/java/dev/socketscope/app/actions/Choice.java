package dev.socketscope.app.actions;

import dev.socketscope.app.controls.Memory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Finds actions for what is typed, those that were used lately first. JavaFX thread only; needs no toolkit. */
public final class Choice {
    private static final String REMEMBERED = "palette.recent";
    private static final int MOST_RECENT = 8;
    /** As good as a letter at the beginning of a word: enough to decide between equals. */
    private static final int RECENT_BONUS = 8;
    /** What names the thing itself counts more than what names its kind. */
    private static final int TITLE = 2;

    private final Actions actions;
    private final Memory memory;
    private final ReadOnlyObjectWrapper<List<Action>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final List<String> recent = new ArrayList<>();
    private List<Action> all = List.of();

    private record Ranked(Action action, int score) {}

    public Choice(Actions actions, Memory memory) {
        this.actions = actions;
        this.memory = memory;
        memory.text(REMEMBERED)
                .stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .limit(MOST_RECENT)
                .forEach(recent::add);
    }

    /** The best first. */
    public ReadOnlyObjectProperty<List<Action>> found() {
        return found.getReadOnlyProperty();
    }

    /** Takes all actions as they are now, and finds them all. */
    public void begin() {
        all = actions.all();
        type("");
    }

    public void type(String typed) {
        found.set(all.stream()
                .map(action -> new Ranked(action, score(action, typed)))
                .filter(ranked -> ranked.score() != Fuzzy.NOTHING)
                .sorted(Comparator.comparingInt(Ranked::score).reversed())
                .map(Ranked::action)
                .toList());
    }

    /** Whether it is one of those that were used lately. */
    public boolean isRecent(Action action) {
        return recent.contains(action.id());
    }

    /** Does it, and remembers that; what something is in the way of is not done. @return whether it was done */
    public boolean take(Action action) {
        if (!action.obstacle().get().isEmpty()) {
            return false;
        }
        recent.remove(action.id());
        recent.addFirst(action.id());
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
        memory.put(REMEMBERED, String.join(",", recent));
        action.run();
        return true;
    }

    private int score(Action action, String typed) {
        int place = recent.indexOf(action.id());
        if (typed.isBlank()) {
            return place < 0 ? 0 : MOST_RECENT - place;
        }
        int title = Fuzzy.score(typed, action.title());
        int both = Fuzzy.score(typed, action.group().title() + " " + action.title());
        int best = Math.max(title == Fuzzy.NOTHING ? Fuzzy.NOTHING : title * TITLE, both);
        return best == Fuzzy.NOTHING ? best : best + (place < 0 ? 0 : RECENT_BONUS);
    }
}
