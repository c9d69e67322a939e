/** Breaks connections on purpose: a card for every fault, cuts, hops, and what is armed. */
@NullMarked
package dev.socketscope.app.faults;

import org.jspecify.annotations.NullMarked;
