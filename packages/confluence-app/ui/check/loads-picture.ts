/** Whether the frame loads a picture: its policy may refuse the address. */

/** A picture that takes longer does not come. In milliseconds. */
const patience = 10_000;

export const loadsPicture = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const picture = new Image();
    picture.onload = () => resolve(true);
    picture.onerror = () => resolve(false);
    setTimeout(() => resolve(false), patience);
    picture.src = address;
  });
