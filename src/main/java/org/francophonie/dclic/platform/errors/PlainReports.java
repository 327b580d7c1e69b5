package org.francophonie.dclic.platform.errors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the server says of requests that it takes for none, before any page of ours could: in the words of our pages. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PlainReports implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String WHY =
            "Elle contient un signe qui n’a pas sa place dans une adresse. Vérifiez-la, ou revenez à l’accueil.";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Adresse illisible · D-CLIC</title></head><body>
            <h1>Cette adresse ne peut pas être lue</h1>
            <p>%s</p>
            <p><a href="/">Accueil</a> · <a href="/formations">Formations</a></p>
            </body></html>
            """.formatted(WHY);

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var pipeline = context.getParent().getPipeline();
            for (Valve valve : pipeline.getValves()) if (valve instanceof ErrorReportValve) pipeline.removeValve(valve);
            pipeline.addValve(new Report());
            if (context.getParent() instanceof StandardHost host)
                host.setErrorReportValveClass(Report.class.getName()); // it is there: none is added at the start
        });
    }

    private static final class Report extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                var writer = response.getReporter();
                if (writer == null) return;
                writer.write(
                        response.getStatus() == Response.SC_BAD_REQUEST
                                ? PAGE
                                : PAGE.replace("Cette adresse ne peut pas être lue", "Cette demande n’a pas abouti")
                                        .replace("Adresse illisible", "Demande refusée")
                                        .replace(WHY, "Réessayez un peu plus tard, ou revenez à l’accueil."));
                response.finishResponse();
            } catch (IOException _) {
                // whoever asked is gone
            }
        }
    }
}
