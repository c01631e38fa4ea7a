// Can a calendar read the events?
import ical from 'ical.js';

export default {
  name: 'calendar',
  says: 'ical.js reads every calendar; each event has an id of its own, a stamp, a title, and ends after it begins',
  run(site) {
    const files = site.files.filter((f) => f.endsWith('.ics'));
    if (files.length === 0) return { skipped: 'there is no calendar' };
    const faults = [];
    let count = 0;
    for (const file of files) {
      const text = site.bytes(file).toString();
      const say = (what) => faults.push({ at: file, what });
      if (/[^\r]\n/.test(text)) say('a line ends without CR LF (RFC 5545, section 3.1)');
      if (text.split('\r\n').some((line) => Buffer.byteLength(line) > 75)) say('a line is longer than 75 octets (RFC 5545, section 3.1)');
      try {
        const calendar = new ical.Component(ical.parse(text));
        const ids = new Set();
        for (const part of calendar.getAllSubcomponents('vevent')) {
          count++;
          const event = new ical.Event(part);
          if (!event.uid || ids.has(event.uid)) say(`the event ${event.summary} has no id of its own`);
          ids.add(event.uid);
          if (!part.hasProperty('dtstamp') || !event.summary) say(`the event ${event.uid} has no stamp or no title`);
          if (event.endDate && event.endDate.compare(event.startDate) < 1) say(`the event ${event.uid} ends before it begins`);
        }
      } catch (error) {
        say(error.message);
      }
    }
    return { faults, note: `${count} events` };
  },
};
