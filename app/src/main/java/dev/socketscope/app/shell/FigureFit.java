package dev.socketscope.app.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Leaves out the least important figures of a bar while there is no room for all. */
final class FigureFit {
    private static final double GAP = 16;
    private static final double MARGIN = 40;

    private final Region bar;
    private final List<Figure> firstToGo;
    private final List<Figure> all;

    /** @param firstToGo the least important one first */
    FigureFit(Region bar, List<Figure> all, List<Figure> firstToGo) {
        this.bar = bar;
        this.all = all;
        this.firstToGo = firstToGo;
        bar.widthProperty().subscribe((before, now) -> fit());
    }

    /** To be called when figures have become longer or shorter. */
    void fit() {
        all.forEach(figure -> show(figure, figure.wanted()));
        for (Figure figure : firstToGo) {
            if (bar.getWidth() > 0 && width() > bar.getWidth()) {
                show(figure, false);
            }
        }
    }

    private double width() {
        return MARGIN + all.stream().filter(Node::isManaged).mapToDouble(figure -> figure.prefWidth(-1) + GAP).sum();
    }

    private static void show(Figure figure, boolean shown) {
        figure.setVisible(shown);
        figure.setManaged(shown);
    }
}
