package org.francophonie.dclic.platform.settings;

import java.util.Set;
import org.francophonie.dclic.platform.live.Listener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A setting changed on any node counts on this one at once. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingNews implements Listener {
    private final SettingService settings;

    SettingNews(SettingService settings) {
        this.settings = settings;
    }

    @Override
    public String topic() {
        return SettingService.CHANGED;
    }

    @Override
    public void heard(Set<String> keys) {
        settings.forget();
    }

    @Override
    public void missed() {
        settings.forget();
    }
}
