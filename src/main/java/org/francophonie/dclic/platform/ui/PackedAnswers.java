package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.JsonDecodingException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.francophonie.dclic.platform.errors.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Compresses each answer once: so it travels, and so it is kept for a browser that lost it on the way and asks again. Flow
 * would keep the text, a third of what a session weighs, and the server would compress it anew, as hard as it can
 * (docs/performance.md).
 */
@Component
class PackedAnswers extends UidlRequestHandler implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;
    private static final int WORTH_UNPACKING = 512;
    private static final Logger LOG = LoggerFactory.getLogger(PackedAnswers.class);

    private final transient Room room;

    PackedAnswers(Room room) {
        this.room = room;
    }

    private record Packed(byte[] bytes) implements Serializable {}

    /** Half the work of the usual level for one part in twenty more to send. */
    private static final class Zip extends GZIPOutputStream {
        private static final int LEVEL = 4;

        Zip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(LEVEL);
        }
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(this);
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String body) throws IOException {
        try (var _ = room.enter()) {
            var message = JacksonUtils.getMapper().readTree(body);
            MessageShape.check(message);
            var ui = session.getService().findUI(request);
            if (ui == null) return super.synchronizedHandleRequest(session, request, response, body);
            MessageShape.check(message, ui);
            return handle(ui, session, request, response, body);
        } catch (JacksonException | JsonDecodingException | IllegalArgumentException e) {
            // The words of an exception of ours; those of others may hold what was sent.
            LOG.warn(
                    "a message that no browser of ours sends: {}",
                    e.getClass() == IllegalArgumentException.class
                            ? e.getMessage()
                            : e.getClass().getSimpleName());
            return Optional.of(() -> response.sendError(HttpServletResponse.SC_BAD_REQUEST, ""));
        }
    }

    private Optional<ResponseWriter> handle(
            UI ui, VaadinSession session, VaadinRequest request, VaadinResponse response, String body)
            throws IOException {
        ui.getInternals().setLastRequestResponse(null);
        var writer = super.synchronizedHandleRequest(session, request, response, body);
        var text = ui.getInternals().getLastRequestResponse();
        if (text == null) return writer; // no answer of a screen: an error, a session that ended

        var packed = pack(text);
        ComponentUtil.setData(ui, Packed.class, packed);
        ui.getInternals().setLastRequestResponse(null);
        return text.length() < WORTH_UNPACKING || !takesPacked(request)
                ? writer
                : Optional.of(() -> write(packed, response));
    }

    private static boolean takesPacked(VaadinRequest request) {
        return request.getHeader("Accept-Encoding") instanceof String accepted && accepted.contains("gzip");
    }

    private static void write(Packed packed, VaadinResponse response) throws IOException {
        response.setContentType("application/json; charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Encoding", "gzip");
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentLength(packed.bytes().length);
        response.getOutputStream().write(packed.bytes());
        response.getOutputStream().flush();
    }

    private static Packed pack(String text) throws IOException {
        var out = new ByteArrayOutputStream(text.length() / 3 + 100);
        try (var zip = new Zip(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new Packed(out.toByteArray());
    }

    private static void unpack(UI ui) {
        var packed = ComponentUtil.getData(ui, Packed.class);
        if (packed == null) return;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            ui.getInternals().setLastRequestResponse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected ServerRpcHandler createRpcHandler() {
        return new ServerRpcHandler() {
            private static final long serialVersionUID = 1;

            /** A message with the number of the one before is asked again: its answer will be wanted as it was. */
            @Override
            protected void handleRpc(UI ui, String message, VaadinRequest request, RpcRequest told)
                    throws MessageIdSyncException {
                if (told.getClientToServerId() == ui.getInternals().getLastProcessedClientToServerId()) unpack(ui);
                super.handleRpc(ui, message, request, told);
            }
        };
    }
}
