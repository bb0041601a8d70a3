// Brings the articles in.
document.getElementById('live').innerHTML = document.getElementById('articles').textContent;
document.documentElement.dataset.js = '';
