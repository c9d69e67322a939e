package dev.socketscope.app.controls;

import javafx.scene.Node;

/** Whether anybody can see a node, so that nothing is drawn for nobody. */
public final class Sight {
    private Sight() {}

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
}
