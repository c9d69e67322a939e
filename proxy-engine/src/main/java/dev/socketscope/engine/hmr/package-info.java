/**
 * What hot-reload servers and their pages tell each other, and what a page must be told after its tunnel was broken. Pure: bytes and
 * times in, facts and messages out.
 *
 * <pre>
 *   message ─► {@link dev.socketscope.engine.hmr.HmrDialect} ─► facts ─┬► HmrHistory: what was sent, and what came of it
 *                                                                      ├► HmrQueue: what waits for a page that is away
 *                                                                      └► the build error that stands
 *   HTTP answers ─┬► ModuleTable ─► GapSettler ───────────────────┬► nothing, updates, or one reload
 *                 └► BundleTable ─► PageBundles ─► BundleSettler ─┘
 * </pre>
 */
@NullMarked
package dev.socketscope.engine.hmr;

import org.jspecify.annotations.NullMarked;
