package dev.socketscope.app.controls;

import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/** Gives the table access to the flow that stacks the rows, for scrolling by pixels. */
final class LogTableSkin<R> extends TableViewSkin<Slot<R>> {
    LogTableSkin(TableView<Slot<R>> table) {
        super(table);
    }

    VirtualFlow<?> flow() {
        return getVirtualFlow();
    }
}
