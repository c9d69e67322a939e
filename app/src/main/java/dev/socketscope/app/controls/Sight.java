package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Whether anybody can see a node, so that nothing is drawn for nobody. */
public final class Sight {
    private final Node node;
    private final Runnable action;
    private final List<Subscription> watched = new ArrayList<>();

    private Sight(Node node, Runnable action) {
        this.node = node;
        this.action = action;
    }

    public static boolean isShown(Node node) {
        if (node.getScene() == null) {
            return false;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Runs something whenever a node comes into sight, because its panel, its tab or itself is shown. */
    public static void whenShown(Node node, Runnable action) {
        Sight sight = new Sight(node, action);
        node.sceneProperty().subscribe(scene -> sight.watch());
    }

    /** What stands around a node changes only together with its scene. */
    private void watch() {
        watched.forEach(Subscription::unsubscribe);
        watched.clear();
        if (node.getScene() == null) {
            return;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            watched.add(each.visibleProperty().subscribe((before, now) -> look()));
        }
        look();
    }

    private void look() {
        if (isShown(node)) {
            action.run();
        }
    }
}
