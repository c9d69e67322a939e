package dev.socketscope.app.playback;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.layout.Region;

/** Marks on the track of a slider, one a pixel column at most: the one that matters most. */
final class MarkStrip extends Region {
    /** The thumb's centre goes from half of its width to half of its width before the end. */
    static final double INSET = 8;
    private static final double WIDTH = 2;

    private final Player player;
    private final List<Mark> marks;
    private double drawn = -1;

    MarkStrip(Player player, List<Mark> marks) {
        this.player = player;
        this.marks = marks;
        getStyleClass().add("mark-strip");
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        if (drawn != getWidth()) {
            drawn = getWidth();
            getChildren().setAll(columns().stream().map(mark -> {
                Region line = new Region();
                line.getStyleClass().addAll("mark", mark.kind().styleClass());
                return line;
            }).toList());
        }
        int i = 0;
        for (Mark mark : columns()) {
            getChildren().get(i++).resizeRelocate(x(mark), 0, WIDTH, getHeight());
        }
    }

    private double x(Mark mark) {
        double share = (double) (mark.micros() - player.begin()) / Math.max(1, player.end() - player.begin());
        return Math.rint(INSET + share * Math.max(0, getWidth() - 2 * INSET) - WIDTH / 2);
    }

    private Collection<Mark> columns() {
        Map<Double, Mark> columns = new TreeMap<>();
        for (Mark mark : marks) {
            columns.merge(x(mark), mark,
                    (one, other) -> Comparator.comparing(Mark::kind).compare(one, other) >= 0 ? one : other);
        }
        return columns.values();
    }
}
