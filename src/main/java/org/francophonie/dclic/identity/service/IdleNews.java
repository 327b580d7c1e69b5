package org.francophonie.dclic.identity.service;

import java.util.Set;
import org.francophonie.dclic.platform.live.Listener;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Another time after which an idle session ends: screens that are open already warn by it, too. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdleNews implements Listener {
    private final OpenSessions open;

    IdleNews(OpenSessions open) {
        this.open = open;
    }

    @Override
    public String topic() {
        return SettingService.CHANGED;
    }

    @Override
    public void heard(Set<String> keys) {
        if (keys.contains(Setting.IDLE_MINUTES.key())) open.countAnew();
    }

    @Override
    public void missed() {
        open.countAnew();
    }
}
