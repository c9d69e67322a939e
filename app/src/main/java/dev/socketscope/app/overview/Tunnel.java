package dev.socketscope.app.overview;

import java.util.List;

/**
 * The way from a browser to what answers it.
 *
 * @param links one fewer than hops; the first stands between the first two
 */
record Tunnel(List<Hop> hops, List<Link> links) {
    Tunnel {
        hops = List.copyOf(hops);
        links = List.copyOf(links);
    }
}
