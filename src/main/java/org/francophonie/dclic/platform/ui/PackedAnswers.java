package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.stereotype.Component;

/**
 * Keeps the last answer of each screen packed. Flow holds it for a browser that lost it on the way and asks again; as text it
 * would be a third of what a session weighs (docs/performance.md).
 */
@Component
class PackedAnswers extends UidlRequestHandler implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;
    private static final int WORTH_PACKING = 1000;

    private record Packed(byte[] bytes) implements Serializable {}

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(this);
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String body) throws IOException {
        var answer = super.synchronizedHandleRequest(session, request, response, body);
        var ui = session.getService().findUI(request);
        if (ui != null) pack(ui);
        return answer;
    }

    private static void pack(UI ui) {
        var text = ui.getInternals().getLastRequestResponse();
        if (text == null) return;
        if (text.length() < WORTH_PACKING) {
            ComponentUtil.setData(ui, Packed.class, null);
            return;
        }
        var out = new ByteArrayOutputStream(text.length() / 3);
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (var packing = new DeflaterOutputStream(out, deflater)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        ComponentUtil.setData(ui, Packed.class, new Packed(out.toByteArray()));
        ui.getInternals().setLastRequestResponse(null);
    }

    private static void unpack(UI ui) {
        var packed = ComponentUtil.getData(ui, Packed.class);
        if (packed == null || ui.getInternals().getLastRequestResponse() != null) return;
        var inflater = new java.util.zip.Inflater(true);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed.bytes()), inflater)) {
            ui.getInternals().setLastRequestResponse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
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
