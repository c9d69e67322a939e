package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.control.ControlRig;

/** The engine itself. */
class LocalEngineContractTest extends EngineContract {
    @Override
    Engine reach(ControlRig target) {
        return target.engine;
    }
}
