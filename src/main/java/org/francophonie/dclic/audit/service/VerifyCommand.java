package org.francophonie.dclic.audit.service;

import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.start.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code --dclic.verify-audit=true}: looks at the trail, prints what came of it, and ends with 0 when it is sound, else 1. */
@Component
class VerifyCommand {
    private final Platform platform;
    private final VerificationService verifications;
    private final ConfigurableApplicationContext context;

    VerifyCommand(Platform platform, VerificationService verifications, ConfigurableApplicationContext context) {
        this.platform = platform;
        this.verifications = verifications;
        this.context = context;
    }

    @EventListener(ApplicationReadyEvent.class)
    void verify() throws Exception {
        if (!platform.verifyAudit()) return;
        var found = Actors.runAs(Actor.job("verify-audit"), verifications::verify);
        System.out.printf(
                "Audit trail: %d blocks, %d events, %d not sealed yet.%n",
                found.blocks(), found.events(), found.unsealed());
        found.findings()
                .forEach(finding -> System.out.printf(
                        "  %s in block %d%s%n",
                        finding.kind(),
                        finding.block(),
                        finding.event().map(id -> ", event " + id).orElse("")));
        System.out.println(found.isSound() ? "Sound." : "NOT SOUND.");
        var code = found.isSound() ? 0 : 1;
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context, () -> code)));
    }
}
