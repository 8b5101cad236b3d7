/** Our own element, with a community that answers at once. */
import '@kantine/elements/wall/define';
import { benchCommunity } from '../bench-community.ts';
import { offer } from '../offer.ts';

const wall = document.createElement('kantine-wall');

offer({
  show: (size) => {
    wall.group = '1';
    wall.community = benchCommunity(size);
    document.body.append(wall);
  },
  older: () => wall.renderRoot.querySelector('.older'),
});
