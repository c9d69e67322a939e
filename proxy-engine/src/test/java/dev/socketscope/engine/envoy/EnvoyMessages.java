package dev.socketscope.engine.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.extensions.access_loggers.stream.v3.StdoutAccessLog;
import io.envoyproxy.envoy.extensions.filters.http.lua.v3.Lua;
import io.envoyproxy.envoy.extensions.filters.http.lua.v3.LuaPerRoute;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.formatter.req_without_query.v3.ReqWithoutQuery;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a configuration as Envoy does: YAML to JSON to its own messages, in which unknown fields and values are errors. */
final class EnvoyMessages {
    private static final TypeRegistry TYPES = TypeRegistry.newBuilder()
            .add(HttpConnectionManager.getDescriptor())
            .add(HttpProtocolOptions.getDescriptor())
            .add(UpstreamTlsContext.getDescriptor())
            .add(StdoutAccessLog.getDescriptor())
            .add(ReqWithoutQuery.getDescriptor())
            .add(Router.getDescriptor())
            .add(Lua.getDescriptor())
            .add(LuaPerRoute.getDescriptor())
            .build();

    private EnvoyMessages() {}

    static Bootstrap bootstrap(String yaml) throws InvalidProtocolBufferException {
        String json = JsonMapper.shared().writeValueAsString(YAMLMapper.shared().readTree(yaml));
        Bootstrap.Builder bootstrap = Bootstrap.newBuilder();
        JsonFormat.parser().usingTypeRegistry(TYPES).merge(json, bootstrap);
        return bootstrap.build();
    }

    static HttpConnectionManager manager(Bootstrap bootstrap) throws InvalidProtocolBufferException {
        Any config = bootstrap.getStaticResources()
                .getListeners(0)
                .getFilterChains(0)
                .getFilters(0)
                .getTypedConfig();
        return unpack(config, HttpConnectionManager.class);
    }

    static <M extends Message> M unpack(Any any, Class<M> type) throws InvalidProtocolBufferException {
        return any.unpack(type);
    }
}
