package dev.socketscope.app.composer;

import dev.socketscope.engine.api.Direction;

/** A message that can be sent again. */
record Letter(Direction direction, Body.State body) {}
