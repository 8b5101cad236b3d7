import { defineWidget } from '../registry/declaration.ts';
import type { CatchUp } from './catch-up.ts';

export const widget = defineWidget<CatchUp>({
  tag: 'kantine-catch-up',
  title: { en: 'For you', nl: 'Voor jou', de: 'Für dich', fr: 'Pour vous' },
  description: {
    en: 'Who mentioned you or answered you in your groups, until you are done with it.',
    nl: 'Wie je in je groepen noemde of antwoordde, tot je ermee klaar bent.',
    de: 'Wer dich in deinen Gruppen erwähnt oder dir geantwortet hat, bis du damit fertig bist.',
    fr: 'Qui vous a mentionné ou répondu dans vos groupes, jusqu’à ce que vous ayez terminé.',
  },
  icon: '<path d="M4 13h4l2 3h4l2-3h4"/><path d="M6.500 5h11L20 13v6H4v-6z"/>',
  outline: { head: 60, row: 110, rows: 3 },
  surfaces: {
    webPart: {
      id: '90336e0c-9651-4ed1-bcaa-1e3ccdd61eea',
      alias: 'CatchUpWebPart',
      toolbox: 'feeds',
      size: { columns: 22, rows: 24 },
    },
    macro: { key: 'catch-up' },
  },
  settings: {},
});
